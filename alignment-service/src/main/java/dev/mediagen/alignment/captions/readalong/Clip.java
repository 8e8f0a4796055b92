package dev.mediagen.alignment.captions.readalong;

/// The stretch of the audio that belongs to a word: up to the next one, so that a player goes through pauses without
/// a jump.
///
/// @param word index in the words of the alignment
/// @param start milliseconds
/// @param end milliseconds, after `start`
record Clip(int word, long start, long end) {}
