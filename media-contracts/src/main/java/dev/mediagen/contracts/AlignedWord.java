package dev.mediagen.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;

/// A word of the text with its time in the audio.
///
/// @param start seconds
/// @param end seconds
/// @param confidence 0..1
/// @param suspect whether its time contradicts what can be heard and could not be repaired; absent when not
public record AlignedWord(
        String text,
        double start,
        double end,
        double confidence,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean suspect) {

    /// A word nothing speaks against.
    public AlignedWord(String text, double start, double end, double confidence) {
        this(text, start, end, confidence, false);
    }
}
