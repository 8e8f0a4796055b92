package dev.mediagen.worker.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// What this replica makes at the moment. Each part runs on a virtual thread of its own and holds a slot meanwhile.
@ApplicationScoped
class RunningParts {
    private final GenerationWorker worker;
    private final Semaphore slots;
    private final Map<String, InboxEntry> running = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Void>> watched = new ConcurrentHashMap<>();
    private volatile boolean somebodyWaits;
    private volatile boolean stopping;
    private volatile Runnable whenFree = () -> {};

    RunningParts(GenerationWorker worker, WorkerConfig config) {
        this.worker = worker;
        this.slots = new Semaphore(config.concurrency());
    }

    /// @param task runs when a slot is free that somebody waits for
    void whenFree(Runnable task) {
        whenFree = task;
    }

    boolean takeSlot() {
        return !stopping && slots.tryAcquire();
    }

    void giveSlotBack() {
        slots.release();
    }

    /// Whether a part in the database waits for a slot. Thousands of parts that end are not thousands of sweeps: only
    /// where somebody waits for one.
    void slotWanted(boolean wanted) {
        somebodyWaits = wanted;
    }

    /// @return false when it runs here already
    boolean enter(InboxEntry entry) {
        return running.putIfAbsent(entry.id(), entry) == null;
    }

    void leave(InboxEntry entry) {
        running.remove(entry.id(), entry);
    }

    boolean contains(String id) {
        return running.containsKey(id);
    }

    /// @return whether nobody else waits for the end of this part
    boolean watch(String id, CompletableFuture<Void> ended) {
        return watched.putIfAbsent(id, ended) == null;
    }

    void unwatch(String id, CompletableFuture<Void> ended) {
        watched.remove(id, ended);
    }

    /// Needs a slot, gives it back.
    void run(InboxEntry claimed) {
        running.put(claimed.id(), claimed);
        Thread.ofVirtual().name("part-" + claimed.id()).start(() -> {
            try {
                worker.run(claimed);
            } finally {
                leave(claimed);
                slots.release();
                var ended = watched.remove(claimed.id());
                if (ended != null) ended.complete(null);
                if (!stopping && somebodyWaits) whenFree.run();
            }
        });
    }

    /// Nothing more is begun.
    ///
    /// @return what is not finished
    Collection<InboxEntry> stop() {
        stopping = true;
        return running.values();
    }
}
