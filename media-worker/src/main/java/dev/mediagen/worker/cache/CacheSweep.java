package dev.mediagen.worker.cache;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Ends what is over: entries, their objects, claims that nobody serves. Does nothing while the cache is off.
@ApplicationScoped
class CacheSweep {
    private static final Logger LOG = Logger.getLogger(CacheSweep.class);
    private static final long EVERY_SECONDS = 60;
    private final CacheEntries entries;
    private final CachedObjects objects;
    private final CacheClaims claims;
    private final CacheConfig config;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("cache").factory());
    private boolean indexed;

    CacheSweep(CacheEntries entries, CachedObjects objects, CacheClaims claims, CacheConfig config) {
        this.entries = entries;
        this.objects = objects;
        this.claims = claims;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (!config.on()) return;
        clock.scheduleWithFixedDelay(() -> guarded(claims::releaseLeftBehind), 1, 1, TimeUnit.SECONDS);
        clock.scheduleWithFixedDelay(() -> guarded(() -> sweep(Instant.now())), 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdownNow();
    }

    void sweep(Instant now) {
        if (!indexed) createIndexes();
        entries.sweep(now);
        objects.sweep(now);
    }

    private void createIndexes() {
        entries.createIndexes();
        objects.createIndexes();
        indexed = true;
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            // an exception would end the schedule
            LOG.warn("cache: not swept", e);
        }
    }
}
