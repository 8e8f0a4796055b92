package dev.mediagen.contracts;

/// A word of the text with its time in the audio.
///
/// @param start seconds
/// @param end seconds
/// @param confidence 0..1
public record AlignedWord(String text, double start, double end, double confidence) {}
