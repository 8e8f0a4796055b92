package dev.mediagen.alignment;

import java.util.concurrent.Semaphore;

/// The heap that recordings share while they are aligned: what is kept of one grows with its length. Who does not fit
/// in beside the others waits.
final class Room {
    /// For everything else, bytes.
    private static final long RESERVED = 96L << 20;
    /// Measured: an hour takes 250 MB.
    private static final long PER_SECOND = 76_000;

    private final int seconds;
    private final Semaphore free;

    /// @param heap bytes
    Room(long heap) {
        seconds = Math.clamp((heap - RESERVED) / PER_SECOND, 1, Integer.MAX_VALUE);
        free = new Semaphore(seconds, true);
    }

    /// A part of it, until it is closed.
    interface Share extends AutoCloseable {
        @Override
        void close();
    }

    /// Whether a recording can be aligned here at all.
    ///
    /// @param duration seconds
    boolean has(double duration) {
        return duration <= seconds;
    }

    /// Waits for room.
    ///
    /// @param duration seconds, no more than there is
    Share take(double duration) throws InterruptedException {
        int share = (int) Math.max(1, Math.ceil(duration));
        free.acquire(share);
        return () -> free.release(share);
    }
}
