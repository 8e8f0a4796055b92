package dev.mediagen.contracts;

import java.util.List;

/// The kept timings of an audio: what an alignment asset holds as JSON.
///
/// @param text exactly as the caller sent it
/// @param timings over the grapheme clusters of `text`
/// @param confidence 0..1 over the whole
/// @param duration seconds of the decoded audio
/// @param warnings what was repaired or could not be trusted
/// @param sentences null in what was kept before there were any
/// @param spoken over the text as it was read, or null when the provider did not tell
public record Alignment(
        String text,
        CharacterTimings timings,
        List<AlignedWord> words,
        AlignmentMethod method,
        double confidence,
        double duration,
        List<String> warnings,
        List<AlignedSentence> sentences,
        SpokenAlignment spoken) {

    /// Without sentences and the spoken form.
    public Alignment(
            String text,
            CharacterTimings timings,
            List<AlignedWord> words,
            AlignmentMethod method,
            double confidence,
            double duration,
            List<String> warnings) {
        this(text, timings, words, method, confidence, duration, warnings, null, null);
    }
}
