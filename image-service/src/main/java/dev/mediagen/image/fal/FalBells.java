package dev.mediagen.image.fal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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
        private final List<String> submissions;
        private final Semaphore rung = new Semaphore(0);

        private Bell(List<String> submissions) {
            this.submissions = submissions;
        }

        /// @return whether it rang before the time was over
        boolean await(long millis) throws InterruptedException {
            return rung.tryAcquire(millis, TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() {
            submissions.forEach(submission -> hung.remove(submission, rung));
        }
    }

    /// Rings for each of the submissions.
    Bell hang(List<String> submissions) {
        var bell = new Bell(submissions);
        submissions.forEach(submission -> hung.put(submission, bell.rung));
        return bell;
    }

    void ring(String submission) {
        var rung = hung.get(submission);
        if (rung != null) rung.release();
    }
}
