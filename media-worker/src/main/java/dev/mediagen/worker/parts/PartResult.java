package dev.mediagen.worker.parts;

import dev.mediagen.contracts.Produced;
import dev.mediagen.contracts.StagedAsset;
import java.util.List;
import java.util.Map;

/// A part that is made and staged.
///
/// @param staged the bytes, null for a prompt
/// @param renditions other forms of the same part by name
/// @param warnings what was done differently from what was asked, for people
/// @param keepUnder prefix of the kept key where the documents fix one, else null
public record PartResult(
        StagedAsset staged,
        Map<String, StagedAsset> renditions,
        Produced produced,
        String provider,
        boolean fallback,
        boolean fromCache,
        boolean chargeable,
        List<String> warnings,
        String keepUnder) {}
