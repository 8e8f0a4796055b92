package dev.mediagen.storage;

import dev.mediagen.contracts.AssetStored;
import dev.mediagen.contracts.GenerationCompleted;
import dev.mediagen.contracts.KeptObject;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.worker.staging.StagingArea;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Keeps what workers made: the first verified success of a part, whatever its epoch, and once.
@ApplicationScoped
class Assets {
    private static final Logger LOG = Logger.getLogger(Assets.class);
    private static final int GONE = 404;
    private final AssetRepository assets;
    private final Verification verification;
    private final Bucket bucket;

    Assets(AssetRepository assets, Verification verification, Bucket bucket) {
        this.assets = assets;
        this.verification = verification;
        this.bucket = bucket;
    }

    /// Verifies and keeps a completion that has bytes; a repeat is answered with what is kept. The staged bytes stay
    /// until [#free].
    ///
    /// @throws NotKeptException when the bytes are not what the completion says
    AssetStored keep(GenerationCompleted completion) throws NotKeptException {
        KeptKey.check(completion);
        String id = Asset.id(completion.generationId(), completion.part());
        var kept = assets.findById(id);
        if (kept != null) return kept.stored();
        try {
            return keepFirst(id, completion).stored();
        } catch (S3Exception e) {
            if (e.statusCode() != GONE) throw e;
            // a repeat of this completion was handled meanwhile, and freed the staged bytes
            return assets.findByIdOptional(id)
                    .orElseThrow(() -> new NotKeptException(e.getMessage()))
                    .stored();
        }
    }

    /// Frees the staged bytes; and the kept ones of a loser, whose keys follow from its staged keys. To be called
    /// once everybody knows what is kept: it can wait, and what stays behind is swept.
    void free(GenerationCompleted completion, AssetStored winner) {
        try {
            for (StagedAsset staged : KeptKey.all(completion).keySet())
                // what lies elsewhere, such as in a worker's cache, is somebody else's
                if (staged.key().startsWith(StagingArea.PREFIX)) bucket.delete(staged.key());
            discard(completion, winner);
        } catch (SdkException e) {
            LOG.warnf("%s %s: left for the sweep: %s", completion.generationId(), completion.part(), e.getMessage());
        }
    }

    private Asset keepFirst(String id, GenerationCompleted completion) throws NotKeptException {
        var objects = verifiedCopies(completion);
        var renditions = new HashMap<String, KeptObject>();
        completion.renditions().forEach((name, staged) -> renditions.put(name, objects.get(staged)));
        var asset = new Asset(
                id,
                completion.generationId(),
                completion.part(),
                completion.tenant(),
                objects.get(completion.staged()),
                Map.copyOf(renditions),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                completion);
        return assets.add(asset) ? asset : assets.findById(id);
    }

    /// Reads and copies at the same time, all objects side by side: a copy is nobody's until an asset names it.
    private Map<StagedAsset, KeptObject> verifiedCopies(GenerationCompleted completion) throws NotKeptException {
        var checks = new ArrayList<Future<?>>();
        var copies = new HashMap<StagedAsset, Future<KeptObject>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            KeptKey.all(completion).forEach((staged, key) -> {
                checks.add(threads.submit(() -> {
                    verification.require(staged);
                    return null;
                }));
                copies.put(staged, threads.submit(() -> bucket.keep(staged, key)));
            });
        }
        // all have ended by now, so that no copy appears after it was deleted
        try {
            requireAll(checks);
        } catch (NotKeptException e) {
            discardUnverified(completion);
            throw e;
        }
        requireAll(List.copyOf(copies.values()));
        var objects = new HashMap<StagedAsset, KeptObject>();
        copies.forEach((staged, copy) -> objects.put(staged, copy.resultNow()));
        return objects;
    }

    /// What is damaged counts more than what could not be reached: it will not get better.
    private static void requireAll(List<Future<?>> ended) throws NotKeptException {
        var failures = ended.stream()
                .filter(task -> task.state() != Future.State.SUCCESS)
                .map(task -> task.state() == Future.State.FAILED ? task.exceptionNow() : null)
                .toList();
        for (Throwable failure : failures) if (failure instanceof NotKeptException damaged) throw damaged;
        for (Throwable failure : failures) {
            if (failure instanceof RuntimeException known) throw known;
            throw new IllegalStateException("interrupted", failure);
        }
    }

    private void discardUnverified(GenerationCompleted completion) {
        try {
            var known = assets.findById(Asset.id(completion.generationId(), completion.part()));
            discard(completion, known == null ? null : known.stored());
        } catch (SdkException e) {
            LOG.errorf("%s: an unverified copy is left: %s", completion.generationId(), e.getMessage());
        }
    }

    /// @param winner null: nothing is kept
    private void discard(GenerationCompleted completion, AssetStored winner) {
        var kept = winner == null
                ? List.<String>of()
                : Stream.concat(Stream.of(winner.object()), winner.renditions().values().stream())
                        .map(KeptObject::key)
                        .toList();
        for (String key : KeptKey.all(completion).values()) if (!kept.contains(key)) bucket.delete(key);
    }
}
