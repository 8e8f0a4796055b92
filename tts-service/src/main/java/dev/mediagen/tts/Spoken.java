package dev.mediagen.tts;

import dev.mediagen.contracts.CharacterTimings;
import dev.mediagen.contracts.Voice;
import java.nio.file.Path;
import java.util.List;

/// A whole text, spoken, checked and encoded as it was asked for.
///
/// @param duration seconds, measured
/// @param timings of the whole text, or null when the provider gives none
/// @param voice as asked for
/// @param modelId that spoke, or null: the one that was asked for
/// @param keepUnder prefix of the kept key where the documents fix one, else null
/// @param warnings what was done differently from what was asked, for people
record Spoken(
        Path audio,
        double duration,
        CharacterTimings timings,
        Voice voice,
        String modelId,
        String keepUnder,
        List<String> warnings) {}
