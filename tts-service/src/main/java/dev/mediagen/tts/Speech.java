package dev.mediagen.tts;

import dev.mediagen.contracts.CharacterTimings;
import java.nio.file.Path;
import java.util.List;

/// A spoken text.
///
/// @param audio file in the format that was asked for
/// @param duration seconds
/// @param timings of the text exactly as it was sent, or null when the provider gives none
/// @param voiceId of the voice as asked for
/// @param warnings what was done differently from what was asked, for people
public record Speech(
        Path audio,
        double duration,
        CharacterTimings timings,
        String voiceId,
        String voiceName,
        String modelId,
        List<String> warnings) {}
