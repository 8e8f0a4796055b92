package dev.mediagen.gateway.generations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Callers of this replica that wait for a generation to end.
@ApplicationScoped
class Waiters {
    private final Map<String, CountDownLatch> latches = new ConcurrentHashMap<>();

    /// Returns when the generation ended on this replica, or after `longest`.
    void await(String id, Duration longest) throws InterruptedException {
        var latch = latches.computeIfAbsent(id, unknown -> new CountDownLatch(1));
        if (!latch.await(longest.toMillis(), TimeUnit.MILLISECONDS)) latches.remove(id, latch);
    }

    void wake(String id) {
        var latch = latches.remove(id);
        if (latch != null) latch.countDown();
    }
}
