package dev.mediagen.contracts;

import java.time.Instant;
import java.util.Map;

/// Storage keeps this part: the first verified success of any epoch. Answered again to every repeated completion.
///
/// @param assetId one per (generationId, part)
/// @param renditions by name
/// @param completion the completion whose bytes were kept
public record AssetStored(
        String generationId,
        Part part,
        String tenant,
        String assetId,
        KeptObject object,
        Map<String, KeptObject> renditions,
        Instant storedAt,
        GenerationCompleted completion) {
    public static final String TOPIC = "asset-stored";
}
