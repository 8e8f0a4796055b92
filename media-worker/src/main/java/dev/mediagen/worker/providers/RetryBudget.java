package dev.mediagen.worker.providers;

/// How many calls to one provider may be made again: one in ten, and a few to begin with. When a provider is down,
/// its callers' repetitions do not keep it there.
final class RetryBudget {
    private static final double EACH_CALL = 0.1;
    private static final double MOST = 20;
    private double saved = MOST;

    synchronized void called() {
        saved = Math.min(MOST, saved + EACH_CALL);
    }

    /// @return whether one more repetition is allowed
    synchronized boolean take() {
        if (saved < 1) return false;
        saved--;
        return true;
    }
}
