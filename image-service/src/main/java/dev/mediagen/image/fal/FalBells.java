package dev.mediagen.image.fal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Wakes who waits for a job on this replica when its webhook arrives here.
@ApplicationScoped
class FalBells {
    private final Map<String, Semaphore> hung = new ConcurrentHashMap<>();

    /// One waiter's bell.
    final class Bell implements AutoCloseable {
        private final String submission;
        private final Semaphore rung = new Semaphore(0);

        private Bell(String submission) {
            this.submission = submission;
        }

        /// @return whether it rang before the time was over
        boolean await(long millis) throws InterruptedException {
            return rung.tryAcquire(millis, TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() {
            hung.remove(submission, rung);
        }
    }

    Bell hang(String submission) {
        var bell = new Bell(submission);
        hung.put(submission, bell.rung);
        return bell;
    }

    void ring(String submission) {
        var rung = hung.get(submission);
        if (rung != null) rung.release();
    }
}
