package dev.mediagen.tts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.mediagen.contracts.CharacterTimings;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/// Chunks that were paid for: each lies in the staging area as soon as it is good, and the part's note lists them. A
/// later try of the part, on whichever replica, pays only for the rest. What is left of them storage-service sweeps.
final class PaidChunks {
    private static final Logger LOG = Logger.getLogger(PaidChunks.class);
    private final PartContext context;
    private Map<String, StagedAsset> kept;

    PaidChunks(PartContext context) {
        this.context = context;
    }

    /// What is staged beside the audio: all else that a [Speech] says.
    private record Beside(
            StagedAsset audio,
            boolean asAsked,
            CharacterTimings timings,
            String requestId,
            String keepUnder,
            List<String> warnings,
            String modelId) {
        Speech speech(Path file) {
            return new Speech(file, asAsked, timings, requestId, keepUnder, warnings, modelId);
        }
    }

    /// @param chunk what the note calls it
    /// @return empty when no try before has kept it, or it is no longer there
    Optional<Speech> find(String chunk) throws ProviderException, InterruptedException {
        var where = listed(chunk);
        if (where == null) return Optional.empty();
        try {
            var beside = ContractJson.mapper().readValue(context.fetch(where).toFile(), Beside.class);
            return Optional.of(beside.speech(context.fetch(beside.audio())));
        } catch (ProviderException e) {
            if (e.code() != FailureCode.INVALID_REQUEST) throw e;
            LOG.infof("a chunk that was paid for is gone: %s", e.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            LOG.warnf("a chunk that was paid for cannot be read: %s", e.getMessage());
            return Optional.empty();
        }
    }

    /// Keeps a chunk unless it is kept already. Waits for the store, as [PartContext#stage] does.
    void keep(String chunk, Speech speech) throws ProviderException, InterruptedException {
        if (listed(chunk) != null) return;
        var audio = context.stage(speech.audio(), "chunk", "application/octet-stream");
        var beside = new Beside(
                audio,
                speech.asAsked(),
                speech.timings(),
                speech.requestId(),
                speech.keepUnder(),
                speech.warnings(),
                speech.modelId());
        list(chunk, staged(beside));
    }

    private StagedAsset staged(Beside beside) throws ProviderException, InterruptedException {
        try {
            var file = Files.createTempFile(context.workDir(), "chunk-", ".json");
            ContractJson.mapper().writeValue(file.toFile(), beside);
            return context.stage(file, "json", "application/json");
        } catch (IOException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "a chunk could not be kept", e);
        }
    }

    private synchronized StagedAsset listed(String chunk) {
        if (kept == null) kept = noted();
        return kept.get(chunk);
    }

    private Map<String, StagedAsset> noted() {
        try {
            var note = context.note().orElse("{}");
            return ContractJson.mapper().readValue(note, new TypeReference<TreeMap<String, StagedAsset>>() {});
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.warnf("chunks of earlier tries are not found: %s", e.getMessage());
            return new TreeMap<>();
        }
    }

    /// What cannot be noted now is noted with the next chunk.
    private synchronized void list(String chunk, StagedAsset where) {
        kept.put(chunk, where);
        try {
            context.note(ContractJson.mapper().writeValueAsString(kept));
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.warnf("a chunk is not noted: %s", e.getMessage());
        }
    }
}
