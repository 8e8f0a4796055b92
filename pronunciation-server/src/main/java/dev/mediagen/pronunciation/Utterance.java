package dev.mediagen.pronunciation;

import java.util.List;

/// What espeak-ng said.
///
/// @param samples 16 bit mono
/// @param words in order
/// @param phones in order; a pause is a phone without a symbol
record Utterance(short[] samples, List<Word> words, List<Phone> phones) {
    /// @param position of its first character in the text, in code points
    /// @param phone index of its first phone
    record Word(int position, int phone) {}

    /// @param sample where it begins
    record Phone(String symbol, int sample) {}
}
