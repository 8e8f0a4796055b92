package dev.mediagen.gateway.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Where speech can be heard while it is made.
@ConfigMapping(prefix = "media.tts")
interface LiveConfig {
    /// The replicas of tts-service, or the one address they share; none: speech is sent when it is finished.
    Optional<List<URI>> url();

    /// The secret tts-service knows us by.
    Optional<String> token();

    /// How long there may be nothing to hear before the caller is told to look later.
    @WithDefault("2m")
    Duration patience();
}
