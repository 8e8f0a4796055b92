package dev.mediagen.worker.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Keeps this replica's lease, and forgets what nobody asks for any more.
@ApplicationScoped
class InboxUpkeep {
    private static final Logger LOG = Logger.getLogger(InboxUpkeep.class);
    private static final Duration REMEMBER_AFTER_DEADLINE = Duration.ofHours(1);
    private final Inbox inbox;
    private final Notes notes;
    private final Leases leases;
    private final WorkerConfig config;
    // of its own: nothing may hold up the renewal of the lease
    private final ScheduledExecutorService heart = clock("lease");
    private final ScheduledExecutorService clock = clock("inbox-upkeep");

    InboxUpkeep(Inbox inbox, Notes notes, Leases leases, WorkerConfig config) {
        this.inbox = inbox;
        this.notes = notes;
        this.leases = leases;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        long every = config.renewEvery().toMillis();
        heart.scheduleWithFixedDelay(() -> guarded(leases::renew), 0, every, TimeUnit.MILLISECONDS);
        clock.scheduleWithFixedDelay(() -> guarded(this::forget), 1, 1, TimeUnit.MINUTES);
    }

    /// After the sweep has given back what is not finished.
    void stop(@Observes @Priority(ObserverMethod.DEFAULT_PRIORITY + 1) ShutdownEvent event) {
        clock.shutdown();
        heart.shutdown();
        guarded(() -> leases.forget(leases.self()));
    }

    private void forget() {
        var deadline = Instant.now().minus(REMEMBER_AFTER_DEADLINE);
        inbox.forget(deadline);
        notes.forget(deadline);
        leases.forgetLost();
    }

    private static ScheduledExecutorService clock(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warnf("inbox: %s", e);
        }
    }
}
