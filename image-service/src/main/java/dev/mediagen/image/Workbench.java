package dev.mediagen.image;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.parts.ProviderException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Room for a bounded number of bytes of pictures in work. What waits for room takes no memory.
///
/// Reading pictures is pure computing: on threads of its own, it cannot keep the carriers of virtual threads from
/// renewing leases.
final class Workbench implements AutoCloseable {
    private static final double MEGABYTE = 1e6;
    /// What a pixel takes until it is finished: as decoded, halved, in its new size.
    private static final int PIXEL = 12;

    private final ExecutorService threads;
    private final int megabytes;
    private final Semaphore room;

    Workbench(int atOnce, int megapixels) {
        this.threads = Executors.newFixedThreadPool(
                atOnce, Thread.ofPlatform().daemon().name("picture-", 1).factory());
        this.megabytes = megapixels * PIXEL;
        this.room = new Semaphore(megabytes, true);
    }

    /// Bytes of the largest picture that may be decoded at all, alone.
    long mostBytes() {
        return (long) (megabytes * MEGABYTE);
    }

    /// Waits for room, then works.
    ///
    /// @param bytes that the work holds in memory
    <T> T work(long bytes, Callable<T> task) throws ProviderException, InterruptedException {
        int share = (int) Math.clamp(Math.ceil(bytes / MEGABYTE), 1, megabytes);
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
