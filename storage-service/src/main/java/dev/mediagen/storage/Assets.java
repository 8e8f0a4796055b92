package dev.mediagen.storage;

import dev.mediagen.contracts.AssetStored;
import dev.mediagen.contracts.GenerationCompleted;
import dev.mediagen.contracts.KeptObject;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.worker.staging.HashMismatchException;
import dev.mediagen.worker.staging.StagingArea;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// Keeps what workers made: the first verified success of a part, whatever its epoch, and once.
@ApplicationScoped
class Assets {
    private final AssetRepository assets;
    private final StagingArea staging;
    private final Bucket bucket;

    Assets(AssetRepository assets, StagingArea staging, Bucket bucket) {
        this.assets = assets;
        this.staging = staging;
        this.bucket = bucket;
    }

    /// Verifies and keeps a completion that has bytes; a repeat is answered with what is kept.
    ///
    /// @throws NotKeptException when the bytes are not what the completion says
    AssetStored keep(GenerationCompleted completion) throws NotKeptException {
        KeptKey.check(completion);
        String id = Asset.id(completion.generationId(), completion.part());
        var kept = assets.findById(id);
        try {
            if (kept == null) kept = keepFirst(completion);
        } catch (NoSuchKeyException e) {
            // a repeat of this completion was handled meanwhile, and freed the staged bytes
            kept = assets.findByIdOptional(id).orElseThrow(() -> new NotKeptException(e.getMessage()));
        }
        discard(completion, kept);
        return kept.stored();
    }

    private Asset keepFirst(GenerationCompleted completion) throws NotKeptException {
        verify(completion.staged());
        for (StagedAsset rendition : completion.renditions().values()) verify(rendition);
        var renditions = new TreeMap<String, KeptObject>();
        completion
                .renditions()
                .forEach((name, staged) ->
                        renditions.put(name, bucket.keep(staged, KeptKey.ofRendition(completion, staged))));
        var asset = new Asset(
                Asset.id(completion.generationId(), completion.part()),
                completion.generationId(),
                completion.part(),
                completion.tenant(),
                bucket.keep(completion.staged(), KeptKey.of(completion)),
                Map.copyOf(renditions),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                completion);
        return assets.add(asset) ? asset : assets.findById(asset.id());
    }

    private void verify(StagedAsset staged) throws NotKeptException {
        Path copy = null;
        try {
            copy = Files.createTempDirectory("mediagen-verify-").resolve("object");
            staging.fetch(staged, copy);
            if (Files.size(copy) != staged.size()) throw new NotKeptException("size differs: " + staged.key());
            if (!MediaTypeCheck.matches(copy, staged.mediaType()))
                throw new NotKeptException("not " + staged.mediaType() + ": " + staged.key());
        } catch (HashMismatchException e) {
            throw new NotKeptException(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (copy != null) delete(copy);
        }
    }

    /// Frees the staged bytes; and the kept ones of a loser, whose keys follow from its staged keys.
    private void discard(GenerationCompleted completion, Asset winner) {
        discard(completion.staged(), KeptKey.of(completion), winner);
        for (StagedAsset rendition : completion.renditions().values())
            discard(rendition, KeptKey.ofRendition(completion, rendition), winner);
    }

    private void discard(StagedAsset staged, String key, Asset winner) {
        // what lies elsewhere, such as in a worker's cache, is somebody else's
        if (staged.key().startsWith(StagingArea.PREFIX)) bucket.delete(staged.key());
        boolean kept = winner.object().key().equals(key)
                || winner.renditions().values().stream().anyMatch(r -> r.key().equals(key));
        if (!kept) bucket.delete(key);
    }

    private static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
            Files.delete(copy.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
