package dev.mediagen.worker.providers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// What this replica has of one account's slots. A slot that is freed goes to the next call here at once, without
/// asking anybody; between replicas they are divided by [SlotLedger].
final class AccountSlots {
    private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private int held;
    private int share;
    private int used;

    /// Waits for a slot.
    ///
    /// @param hungry told when there is none at the moment
    void take(Runnable hungry) throws InterruptedException {
        var turn = new CompletableFuture<Void>();
        synchronized (this) {
            waiting.add(turn);
            serve();
        }
        if (!turn.isDone()) hungry.run();
        try {
            turn.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            giveUp(turn);
            throw e;
        }
    }

    private synchronized void giveUp(CompletableFuture<Void> turn) {
        if (!waiting.remove(turn)) free();
    }

    /// @return whether others should hear of it: there is a slot that this replica should not keep
    synchronized boolean free() {
        used--;
        serve();
        return held > share;
    }

    private void serve() {
        while (!waiting.isEmpty() && used < Math.min(held, share)) {
            used++;
            waiting.remove().complete(null);
        }
    }

    /// Calls running and waiting.
    synchronized int wanted() {
        return used + waiting.size();
    }

    synchronized int used() {
        return used;
    }

    synchronized int held() {
        return held;
    }

    synchronized boolean idle() {
        return used == 0 && waiting.isEmpty() && held == 0;
    }

    /// Starts no more calls: others may believe that this replica is gone, and have taken its share.
    synchronized void hold() {
        share = 0;
    }

    /// What the ledger says this replica has, and what it should come to have.
    synchronized void grant(int newHeld, int newShare) {
        held = newHeld;
        share = newShare;
        serve();
    }
}
