package dev.mediagen.worker.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// Looks through the inbox, again and again: claims what is due, takes over what lost its owner, publishes again what
/// storage has not answered.
@ApplicationScoped
class InboxSweep {
    private static final Duration GATHER = Duration.ofMillis(50);
    private static final Logger LOG = Logger.getLogger(InboxSweep.class);
    private static final int MOST_LOST = 5;
    /// Own parts are looked at only now and then: for claims whose answer was lost.
    private static final int OWN_PARTS_EVERY = 10;

    private final Inbox inbox;
    private final Leases leases;
    private final Outcomes outcomes;
    private final RunningParts parts;
    private final WorkerConfig config;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("inbox").factory());
    private final AtomicBoolean queued = new AtomicBoolean();
    private long sweeps;

    InboxSweep(Inbox inbox, Leases leases, Outcomes outcomes, RunningParts parts, WorkerConfig config) {
        this.inbox = inbox;
        this.leases = leases;
        this.outcomes = outcomes;
        this.parts = parts;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        inbox.createIndexes();
        parts.whenFree(this::sweepSoon);
        long every = config.renewEvery().toMillis();
        clock.scheduleWithFixedDelay(() -> guarded(this::sweep), every, every, TimeUnit.MILLISECONDS);
    }

    /// Gives back what is not finished, so that others need not wait for the lease to end.
    void stop(@Observes ShutdownEvent event) {
        var unfinished = parts.stop();
        clock.shutdown();
        unfinished.forEach(entry -> guarded(() -> inbox.replace(entry, entry.handedBack(Instant.now()))));
    }

    /// Thousands of parts that end are not thousands of sweeps, each of which reads all that waits.
    private void sweepSoon() {
        if (queued.compareAndSet(false, true))
            clock.schedule(this::queuedSweep, GATHER.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void queuedSweep() {
        queued.set(false);
        guarded(this::sweep);
    }

    private void sweep() {
        leases.watch();
        var now = Instant.now();
        parts.slotWanted(false);
        boolean all = sweeps++ % OWN_PARTS_EVERY == 0;
        for (InboxEntry entry : inbox.open(all ? null : leases.self())) {
            if (entry.expiresAt().isBefore(now)) continue;
            switch (entry.state()) {
                case QUEUED -> claimIf(!entry.dueAt().isAfter(now), entry);
                case RUNNING -> {
                    if (lost(entry)) takeOver(entry);
                }
                case COMPLETED -> sayAgainIf(entry.dueAt().isBefore(now), entry);
                case FAILED, CANCELLED, DONE -> throw new IllegalStateException("not open: " + entry);
            }
        }
    }

    /// Claimed by a replica that is gone, or by this one in a write whose answer was lost.
    private boolean lost(InboxEntry entry) {
        boolean forgotten = leases.self().equals(entry.owner()) && !parts.contains(entry.id());
        return forgotten || leases.lost(entry.owner());
    }

    /// A part whose replicas die one after another is not tried for ever.
    private void takeOver(InboxEntry lost) {
        if (lost.attempt() < config.maxAttempts() + MOST_LOST) claimIf(true, lost);
        else guarded(() -> outcomes.givenUp(lost));
    }

    private void claimIf(boolean due, InboxEntry seen) {
        if (!due) return;
        if (!parts.takeSlot()) {
            parts.slotWanted(true);
            return;
        }
        boolean started = false;
        try {
            started = parts.enter(seen) && claim(seen);
        } finally {
            if (!started) parts.giveSlotBack();
        }
    }

    private boolean claim(InboxEntry seen) {
        Optional<InboxEntry> claimed = Optional.empty();
        try {
            claimed = inbox.claim(seen, leases.self());
        } finally {
            if (claimed.isEmpty()) parts.leave(seen);
        }
        claimed.filter(e -> e.epoch() > 1).ifPresent(e -> LOG.infof("epoch %d of %s begins", e.epoch(), e.id()));
        claimed.ifPresent(parts::run);
        return claimed.isPresent();
    }

    private void sayAgainIf(boolean due, InboxEntry seen) {
        if (due) Thread.startVirtualThread(() -> guarded(() -> outcomes.sayAgainIfDue(seen.id())));
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warnf("inbox: %s", e);
        }
    }
}
