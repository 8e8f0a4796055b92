package dev.mediagen.worker.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How a worker keeps its inbox.
@ConfigMapping(prefix = "media.worker")
public interface WorkerConfig {
    /// Collection of this service's inbox, such as `ttsInbox`.
    @WithDefault("inbox")
    String inbox();

    /// Parts one replica makes at the same time.
    @WithDefault("4")
    int concurrency();

    /// Tries of one part, the first included.
    @WithDefault("3")
    int maxAttempts();

    /// How often a replica renews its lease and looks for work.
    @WithDefault("0.4s")
    Duration renewEvery();

    /// A replica that has not renewed for this long of the watcher's own clock has lost its parts.
    @WithDefault("3s")
    Duration lease();

    /// Pause before a part is tried again; doubled at each further try, up to a minute, with jitter.
    @WithDefault("1s")
    Duration backoff();

    /// Pause before a completion that storage has not answered is published again.
    @WithDefault("3s")
    Duration republishEvery();
}
