package dev.mediagen.contracts;

/// A sentence of the text with its time in the audio, from its first word to its last.
///
/// @param text without the white space around it
/// @param start seconds
/// @param end seconds
public record AlignedSentence(String text, double start, double end) {}
