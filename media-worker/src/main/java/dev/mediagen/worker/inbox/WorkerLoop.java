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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Turns the inbox into work: records requests, claims what is due, takes over what lost its owner, publishes again
/// what storage has not answered.
@ApplicationScoped
class WorkerLoop {
    private static final Logger LOG = Logger.getLogger(WorkerLoop.class);
    private static final Duration REMEMBER_AFTER_DEADLINE = Duration.ofHours(1);
    private final Inbox inbox;
    private final Leases leases;
    private final GenerationWorker worker;
    private final WorkerConfig config;
    private final Semaphore slots;
    private final Map<String, InboxEntry> running = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("inbox-", 0).factory());
    private volatile boolean stopping;

    WorkerLoop(Inbox inbox, Leases leases, GenerationWorker worker, WorkerConfig config) {
        this.inbox = inbox;
        this.leases = leases;
        this.worker = worker;
        this.config = config;
        this.slots = new Semaphore(config.concurrency());
    }

    void start(@Observes StartupEvent event) {
        inbox.createIndexes();
        long every = config.renewEvery().toMillis();
        clock.scheduleWithFixedDelay(() -> guarded(leases::renew), 0, every, TimeUnit.MILLISECONDS);
        clock.scheduleWithFixedDelay(() -> guarded(this::sweep), every, every, TimeUnit.MILLISECONDS);
        clock.scheduleWithFixedDelay(() -> guarded(this::forget), 1, 1, TimeUnit.MINUTES);
    }

    /// Gives back what is not finished, so that others need not wait for the lease to end.
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        clock.shutdown();
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
        } finally {
            if (free && !started) slots.release();
        }
    }

    /// @return whether the part was started, which takes the slot
    private boolean record(PartRequest request, boolean free) {
        var entry = InboxEntry.of(
                request, Topics.of(request.getClass()), json(request), free ? leases.self() : null, Instant.now());
        if (inbox.add(entry)) {
            if (free) run(entry);
            return free;
        }
        inbox.find(entry.id()).ifPresent(worker::answerAgain);
        return false;
    }

    private void sweep() {
        leases.watch();
        var now = Instant.now();
        for (InboxEntry entry : inbox.open()) {
            switch (entry.state()) {
                case QUEUED -> claimIf(!entry.dueAt().isAfter(now), entry);
                case RUNNING -> claimIf(lost(entry), entry);
                case COMPLETED ->
                    republishIf(entry.dueAt().isBefore(now) && entry.expiresAt().isAfter(now), entry);
                case FAILED, DONE -> throw new IllegalStateException("not open: " + entry);
            }
        }
    }

    /// Claimed by a replica that is gone, or by this one in a write whose answer was lost.
    private boolean lost(InboxEntry entry) {
        boolean forgotten = leases.self().equals(entry.owner()) && !running.containsKey(entry.id());
        return forgotten || leases.lost(entry.owner());
    }

    private void claimIf(boolean due, InboxEntry seen) {
        if (!due || stopping || !slots.tryAcquire()) return;
        boolean started = false;
        try {
            var claimed = inbox.claim(seen, leases.self());
            claimed.filter(e -> e.epoch() > 1).ifPresent(e -> LOG.infof("epoch %d of %s begins", e.epoch(), e.id()));
            claimed.ifPresent(this::run);
            started = claimed.isPresent();
        } finally {
            if (!started) slots.release();
        }
    }

    private void republishIf(boolean due, InboxEntry seen) {
        if (due) Thread.startVirtualThread(() -> guarded(() -> worker.republish(seen.id())));
    }

    /// Needs a slot, gives it back.
    private void run(InboxEntry claimed) {
        running.put(claimed.id(), claimed);
        Thread.ofVirtual().name("part-" + claimed.id()).start(() -> {
            try {
                worker.run(claimed);
            } finally {
                running.remove(claimed.id());
                slots.release();
                if (!stopping) clock.execute(() -> guarded(this::sweep));
            }
        });
    }

    private void forget() {
        inbox.forget(Instant.now().minus(REMEMBER_AFTER_DEADLINE));
        leases.forgetLost();
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
