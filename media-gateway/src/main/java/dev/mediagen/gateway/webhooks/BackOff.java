package dev.mediagen.gateway.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// When a failed delivery is tried again.
record BackOff(List<Duration> pauses, RandomGenerator random) {
    private static final double SPREAD = 0.2;
    private static final Duration LONGEST = Duration.ofHours(24);

    /// @param tries that have failed
    /// @param retryAfter what the receiver asked for, or null
    /// @return empty when it is given up
    Optional<Duration> after(int tries, Duration retryAfter) {
        if (tries > pauses.size()) return Optional.empty();
        long millis = pauses.get(tries - 1).toMillis();
        var planned = Duration.ofMillis(Math.round(millis * (1 + SPREAD * (2 * random.nextDouble() - 1))));
        if (retryAfter == null || retryAfter.compareTo(planned) <= 0) return Optional.of(planned);
        return Optional.of(retryAfter.compareTo(LONGEST) > 0 ? LONGEST : retryAfter);
    }
}
