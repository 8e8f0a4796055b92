package dev.mediagen.worker.providers;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How calls to providers are tried again.
@ConfigMapping(prefix = "media.calls")
public interface CallsConfig {
    /// Tries of one call, the first included. Being asked to slow down uses up none.
    @WithDefault("3")
    int maxAttempts();

    /// Pause before the second try; doubled at each further one, with jitter.
    @WithDefault("0.5s")
    Duration backoff();

    /// The longest pause that is waited out here; who is asked to wait longer comes back through the inbox.
    @WithDefault("10s")
    Duration longestPause();

    /// How long one call may be tried again, its pauses included.
    @WithDefault("5m")
    Duration longest();

    /// Calls that decide whether a circuit opens.
    @WithDefault("10")
    int circuitCalls();

    /// Share of them that must have failed.
    @WithDefault("0.6")
    double circuitFailures();

    /// How long an open circuit lets nobody through.
    @WithDefault("10s")
    Duration circuitPause();

    /// How long an account that is out of credit, or refuses our key, is left alone.
    @WithDefault("1m")
    Duration accountPause();
}
