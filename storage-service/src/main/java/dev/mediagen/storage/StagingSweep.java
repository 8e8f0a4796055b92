package dev.mediagen.storage;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;

/// Removes what crashes left in the staging area. Running it on every replica is harmless.
@ApplicationScoped
class StagingSweep {
    private static final Logger LOG = Logger.getLogger(StagingSweep.class);
    private final Bucket bucket;
    private final Duration keep;

    StagingSweep(Bucket bucket, @ConfigProperty(name = "media.staging.keep", defaultValue = "2h") Duration keep) {
        this.bucket = bucket;
        this.keep = keep;
    }

    @Scheduled(every = "10m", delayed = "1m")
    void sweep() {
        try {
            int deleted = bucket.deleteStagedBefore(Instant.now().minus(keep));
            if (deleted > 0) LOG.infof("swept %d staged objects", deleted);
        } catch (SdkException e) {
            LOG.warnf("staging not swept: %s", e.getMessage());
        }
    }
}
