package dev.mediagen.alignment.forced;

/// Lets long loops end soon after their thread is interrupted.
final class Cancellation {
    private static final int EVERY = 256;

    private Cancellation() {}

    static void check(int round) throws InterruptedException {
        if (round % EVERY == 0 && Thread.interrupted()) {
            throw new InterruptedException("Alignment was cancelled");
        }
    }
}
