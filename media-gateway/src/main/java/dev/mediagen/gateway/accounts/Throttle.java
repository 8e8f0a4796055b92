package dev.mediagen.gateway.accounts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How quickly one user may start things, over all kinds and gateways.
@ConfigMapping(prefix = "media.throttle")
interface Throttle {
    Duration WINDOW = Duration.ofMinutes(1);

    /// 0: as many as they like.
    @WithDefault("3")
    int startsPerMinute();
}
