package dev.mediagen.image;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.parts.ProviderException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Room for a bounded number of pixels in work. What waits for room takes no memory.
///
/// Reading pictures is pure computing: on threads of its own, it cannot keep the carriers of virtual threads from
/// renewing leases.
final class Workbench implements AutoCloseable {
    private static final double MILLION = 1e6;
    private final ExecutorService threads;
    private final int megapixels;
    private final Semaphore room;

    Workbench(int atOnce, int megapixels) {
        this.threads = Executors.newFixedThreadPool(
                atOnce, Thread.ofPlatform().daemon().name("picture-", 1).factory());
        this.megapixels = megapixels;
        this.room = new Semaphore(megapixels, true);
    }

    /// Waits for room, then works.
    ///
    /// @param pixels that the work holds in memory
    <T> T work(long pixels, Callable<T> task) throws ProviderException, InterruptedException {
        int share = (int) Math.clamp(Math.ceil(pixels / MILLION), 1, megapixels);
        room.acquire(share);
        boolean started = false;
        try {
            var result = threads.submit(() -> {
                try {
                    return task.call();
                } finally {
                    room.release(share); // even if nobody waits for it any more
                }
            });
            started = true;
            return done(result);
        } finally {
            if (!started) room.release(share);
        }
    }

    private static <T> T done(Future<T> result) throws ProviderException, InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProviderException known) throw known;
            throw new ProviderException(FailureCode.UNEXPECTED, "the picture could not be worked on", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
