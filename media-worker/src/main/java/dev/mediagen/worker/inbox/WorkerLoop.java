package dev.mediagen.worker.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.PartRequest;
import dev.mediagen.contracts.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// Turns the inbox into work: records requests, claims what is due, takes over what lost its owner, publishes again
/// what storage has not answered.
@ApplicationScoped
class WorkerLoop {
    private static final Logger LOG = Logger.getLogger(WorkerLoop.class);
    private static final int MOST_LOST = 5;
    /// Own parts are looked at only now and then: for claims whose answer was lost.
    private static final int OWN_PARTS_EVERY = 10;
    private static final Duration REMEMBER_AFTER_DEADLINE = Duration.ofHours(1);
    private final Inbox inbox;
    private final Notes notes;
    private final Leases leases;
    private final GenerationWorker worker;
    private final Outcomes outcomes;
    private final WorkerConfig config;
    private final Semaphore slots;
    private final Map<String, InboxEntry> running = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Void>> watched = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = clock("inbox");
    // of its own: nothing may hold up the renewal of the lease
    private final ScheduledExecutorService heart = clock("lease");
    private volatile boolean somebodyWaits;
    private long sweeps;
    private final AtomicBoolean sweepQueued = new AtomicBoolean();
    private volatile boolean stopping;

    WorkerLoop(
            Inbox inbox, Notes notes, Leases leases, GenerationWorker worker, Outcomes outcomes, WorkerConfig config) {
        this.inbox = inbox;
        this.notes = notes;
        this.leases = leases;
        this.worker = worker;
        this.outcomes = outcomes;
        this.config = config;
        this.slots = new Semaphore(config.concurrency());
    }

    void start(@Observes StartupEvent event) {
        inbox.createIndexes();
        long every = config.renewEvery().toMillis();
        heart.scheduleWithFixedDelay(() -> guarded(leases::renew), 0, every, TimeUnit.MILLISECONDS);
        clock.scheduleWithFixedDelay(() -> guarded(this::sweep), every, every, TimeUnit.MILLISECONDS);
        clock.scheduleWithFixedDelay(() -> guarded(this::forget), 1, 1, TimeUnit.MINUTES);
    }

    /// Gives back what is not finished, so that others need not wait for the lease to end.
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        clock.shutdown();
        heart.shutdown();
        running.values().forEach(entry -> guarded(() -> inbox.replace(entry, entry.handedBack(Instant.now()))));
        guarded(() -> leases.forget(leases.self()));
    }

    /// Records a request. From here on this worker owes it; a repeat is answered with what is known.
    void accept(PartRequest request) {
        if (request.expiresAt().isBefore(Instant.now())) return;
        boolean free = !stopping && slots.tryAcquire();
        boolean started = false;
        try {
            started = record(request, free);
            if (!free) somebodyWaits = true;
        } finally {
            if (free && !started) slots.release();
        }
    }

    /// Records a request and starts it here and now, or leaves it alone.
    ///
    /// @return done when the first try has ended, however it did; empty when it was not started here
    Optional<CompletableFuture<Void>> begin(PartRequest request) {
        if (stopping || request.expiresAt().isBefore(Instant.now()) || !slots.tryAcquire()) return Optional.empty();
        var ended = new CompletableFuture<Void>();
        String id = InboxEntry.id(request.generationId(), request.part());
        boolean alone = watched.putIfAbsent(id, ended) == null;
        boolean started = false;
        try {
            started = alone && record(request, true);
        } finally {
            if (!started) slots.release();
            if (!started && alone) watched.remove(id, ended);
        }
        return started ? Optional.of(ended) : Optional.empty();
    }

    /// @return whether the part was started, which takes the slot
    private boolean record(PartRequest request, boolean free) {
        var entry = InboxEntry.of(
                request, Topics.of(request.getClass()), json(request), free ? leases.self() : null, Instant.now());
        // known here before it is in the database, where the sweep may see it at once
        if (free && running.putIfAbsent(entry.id(), entry) != null) return false;
        boolean added = false;
        try {
            added = inbox.add(entry);
        } finally {
            if (free && !added) running.remove(entry.id(), entry);
        }
        if (added && free) run(entry);
        if (!added) inbox.find(entry.id()).ifPresent(outcomes::sayAgain);
        return added && free;
    }

    private void sweep() {
        leases.watch();
        var now = Instant.now();
        somebodyWaits = false;
        boolean all = sweeps++ % OWN_PARTS_EVERY == 0;
        for (InboxEntry entry : inbox.open(all ? null : leases.self())) {
            if (entry.expiresAt().isBefore(now)) continue;
            switch (entry.state()) {
                case QUEUED -> claimIf(!entry.dueAt().isAfter(now), entry);
                case RUNNING -> {
                    if (lost(entry)) takeOver(entry);
                }
                case COMPLETED -> sayAgainIf(entry.dueAt().isBefore(now), entry);
                case FAILED, DONE -> throw new IllegalStateException("not open: " + entry);
            }
        }
    }

    /// Claimed by a replica that is gone, or by this one in a write whose answer was lost.
    private boolean lost(InboxEntry entry) {
        boolean forgotten = leases.self().equals(entry.owner()) && !running.containsKey(entry.id());
        return forgotten || leases.lost(entry.owner());
    }

    /// A part whose replicas die one after another is not tried for ever.
    private void takeOver(InboxEntry lost) {
        if (lost.attempt() < config.maxAttempts() + MOST_LOST) claimIf(true, lost);
        else guarded(() -> outcomes.givenUp(lost));
    }

    private void claimIf(boolean due, InboxEntry seen) {
        if (!due || stopping) return;
        if (!slots.tryAcquire()) {
            somebodyWaits = true;
            return;
        }
        boolean started = false;
        try {
            started = running.putIfAbsent(seen.id(), seen) == null && claim(seen);
        } finally {
            if (!started) slots.release();
        }
    }

    private boolean claim(InboxEntry seen) {
        Optional<InboxEntry> claimed = Optional.empty();
        try {
            claimed = inbox.claim(seen, leases.self());
        } finally {
            if (claimed.isEmpty()) running.remove(seen.id(), seen);
        }
        claimed.filter(e -> e.epoch() > 1).ifPresent(e -> LOG.infof("epoch %d of %s begins", e.epoch(), e.id()));
        claimed.ifPresent(this::run);
        return claimed.isPresent();
    }

    private void sayAgainIf(boolean due, InboxEntry seen) {
        if (due) Thread.startVirtualThread(() -> guarded(() -> outcomes.sayAgainIfDue(seen.id())));
    }

    /// Needs a slot, gives it back.
    private void run(InboxEntry claimed) {
        running.put(claimed.id(), claimed);
        Thread.ofVirtual().name("part-" + claimed.id()).start(() -> {
            try {
                worker.run(claimed);
            } finally {
                running.remove(claimed.id(), claimed);
                slots.release();
                var ended = watched.remove(claimed.id());
                if (ended != null) ended.complete(null);
                sweepSoon();
            }
        });
    }

    /// A slot is free. Thousands of parts that end are not thousands of sweeps: only where somebody waits for one.
    private void sweepSoon() {
        if (stopping || !somebodyWaits || !sweepQueued.compareAndSet(false, true)) return;
        clock.execute(() -> {
            sweepQueued.set(false);
            guarded(this::sweep);
        });
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

    private static String json(PartRequest request) {
        try {
            return ContractJson.mapper().writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
