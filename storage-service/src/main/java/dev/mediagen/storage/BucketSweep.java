package dev.mediagen.storage;

import com.mongodb.MongoException;
import dev.mediagen.worker.staging.StagingArea;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;

/// Removes what nobody will ask for again: what crashes left in the staging area, uploads that have had their time,
/// and what the model servers left beside the kept objects. Running it on every replica is harmless.
@ApplicationScoped
class BucketSweep {
    static final String UPLOADS = "uploads/";
    private static final Logger LOG = Logger.getLogger(BucketSweep.class);
    private final Bucket bucket;
    private final AssetRepository assets;
    private final Duration staging;
    private final Duration uploads;

    BucketSweep(
            Bucket bucket,
            AssetRepository assets,
            @ConfigProperty(name = "media.staging.keep", defaultValue = "2h") Duration staging,
            @ConfigProperty(name = "media.uploads.keep", defaultValue = "25h") Duration uploads) {
        this.bucket = bucket;
        this.assets = assets;
        this.staging = staging;
        this.uploads = uploads;
    }

    @Scheduled(every = "10m", delayed = "1m")
    void sweep() {
        sweep(Instant.now());
    }

    void sweep(Instant now) {
        try {
            report(StagingArea.PREFIX, delete(StagingArea.PREFIX, now.minus(staging), keys -> Set.of()));
            report(UPLOADS, delete(UPLOADS, now.minus(uploads), keys -> Set.of()));
            if (assets.isEmpty()) return; // as after a loss of the database: then everything would look unkept
            for (String prefix : KeptKey.FIXED) report(prefix, delete(prefix, now.minus(staging), assets::named));
        } catch (SdkException | MongoException e) {
            LOG.warnf("bucket not swept: %s", e.getMessage());
        }
    }

    private int delete(String prefix, Instant deadline, Function<Set<String>, Set<String>> spared) {
        int deleted = 0;
        for (var page : bucket.pages(prefix, deadline)) {
            if (page.isEmpty()) continue;
            var stay = spared.apply(page);
            for (String key : page) {
                if (!stay.contains(key) && bucket.deleteUnlessKept(key, deadline)) deleted++;
            }
        }
        return deleted;
    }

    private static void report(String prefix, int deleted) {
        if (deleted > 0) LOG.infof("swept %d objects below %s", deleted, prefix);
    }
}
