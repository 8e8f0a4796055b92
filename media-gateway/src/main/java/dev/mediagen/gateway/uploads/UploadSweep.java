package dev.mediagen.gateway.uploads;

import com.mongodb.MongoException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jboss.logging.Logger;

/// Forgets expired uploads; the storage service removes their objects. Running it on every replica is harmless.
@ApplicationScoped
class UploadSweep {
    private static final Logger LOG = Logger.getLogger(UploadSweep.class);
    private final UploadStore store;

    UploadSweep(UploadStore store) {
        this.store = store;
    }

    @Scheduled(every = "10m", delayed = "1m")
    void sweep() {
        try {
            long forgotten = store.deleteExpired(Instant.now());
            if (forgotten > 0) LOG.infof("forgot %d expired uploads", forgotten);
        } catch (MongoException e) {
            LOG.warnf("uploads not swept: %s", e.getMessage());
        }
    }
}
