package dev.mediagen.worker.inbox;

import dev.mediagen.contracts.GenerationProgressed;
import dev.mediagen.worker.events.EventPublisher;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// How far a try is, for whoever watches. What is said in quick succession is told once, as the last of it; and what
/// is over by then is not told at all: its outcome says more.
final class ProgressSigns implements AutoCloseable {
    private static final Duration GATHER = Duration.ofMillis(150);
    private static final Executor SOON =
            CompletableFuture.delayedExecutor(GATHER.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread);
    private final EventPublisher publisher;
    private GenerationProgressed latest;
    private boolean planned;

    ProgressSigns(EventPublisher publisher) {
        this.publisher = publisher;
    }

    synchronized void soon(GenerationProgressed sign) {
        latest = sign;
        if (planned) return;
        planned = true;
        SOON.execute(this::gathered);
    }

    synchronized void atOnce(GenerationProgressed sign) {
        latest = sign;
        tell();
    }

    private synchronized void gathered() {
        planned = false;
        tell();
    }

    private void tell() {
        if (latest != null) publisher.tell(latest.generationId(), latest);
        latest = null;
    }

    @Override
    public synchronized void close() {
        latest = null;
    }
}
