package dev.mediagen.tts;

import dev.mediagen.contracts.CharacterTimings;
import java.nio.file.Path;
import java.util.List;

/// A spoken text or chunk.
///
/// @param audio in the format and quality that were asked for, or in another that can be decoded
/// @param asAsked whether the audio has the format and quality that were asked for and need not be encoded again
/// @param timings of the order's text exactly as it was sent, or null when the provider gives none
/// @param requestId the provider's own id of the call, or null
/// @param keepUnder prefix of the kept key where the documents fix one (`styletts2-output/`), else null
/// @param warnings what was done differently from what was asked, for people
/// @param modelId the provider's model that spoke, or null: the one that was asked for
public record Speech(
        Path audio,
        boolean asAsked,
        CharacterTimings timings,
        String requestId,
        String keepUnder,
        List<String> warnings,
        String modelId) {

    /// Spoken by the model that was asked for.
    public Speech(
            Path audio,
            boolean asAsked,
            CharacterTimings timings,
            String requestId,
            String keepUnder,
            List<String> warnings) {
        this(audio, asAsked, timings, requestId, keepUnder, warnings, null);
    }
}
