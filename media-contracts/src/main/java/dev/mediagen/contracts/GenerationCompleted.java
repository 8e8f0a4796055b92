package dev.mediagen.contracts;

import java.util.List;
import java.util.Map;

/// A part is made and staged; storage verifies and keeps it. Published again until storage has answered.
///
/// @param staged the bytes, null for a prompt
/// @param renditions other forms of the same part by name (`vtt`, `srt`); kept with it
/// @param provider who made it
/// @param fallback whether an earlier provider of the order failed first
/// @param fromCache whether no provider was called
/// @param chargeable whether the caller pays for it
/// @param warnings for people: what was done differently from what was asked
/// @param keepUnder prefix of the kept key where the documents fix one (`styletts2-output/`), else null
public record GenerationCompleted(
        String generationId,
        Part part,
        String tenant,
        long epoch,
        int attempt,
        StagedAsset staged,
        Map<String, StagedAsset> renditions,
        Produced produced,
        String provider,
        boolean fallback,
        boolean fromCache,
        boolean chargeable,
        List<String> warnings,
        String keepUnder) {
    public static final String TOPIC = "generation-completed";
}
