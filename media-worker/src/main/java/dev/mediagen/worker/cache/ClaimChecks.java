package dev.mediagen.worker.cache;

import dev.mediagen.contracts.Produced;
import dev.mediagen.contracts.SpeechProduced;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.worker.parts.PartResult;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// All the objects that a result points at.
final class ClaimChecks {
    private ClaimChecks() {}

    /// The result, pointing at other objects of the same content.
    static PartResult moved(PartResult result, UnaryOperator<StagedAsset> move) {
        var renditions = new TreeMap<String, StagedAsset>();
        result.renditions().forEach((name, object) -> renditions.put(name, move.apply(object)));
        return new PartResult(
                move.apply(result.staged()),
                Map.copyOf(renditions),
                moved(result.produced(), move),
                result.provider(),
                result.fallback(),
                result.fromCache(),
                result.chargeable(),
                result.warnings(),
                result.keepUnder());
    }

    private static Produced moved(Produced produced, UnaryOperator<StagedAsset> move) {
        if (!(produced instanceof SpeechProduced speech) || speech.timings() == null) return produced;
        return new SpeechProduced(
                speech.duration(),
                speech.voiceId(),
                speech.voiceName(),
                speech.modelId(),
                speech.format(),
                speech.quality(),
                move.apply(speech.timings()));
    }
}
