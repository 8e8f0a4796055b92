package dev.mediagen.tts;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/// The door for other services of this platform.
@ConfigMapping(prefix = "media.internal")
interface LiveConfig {
    /// What callers have to show; without it the door is closed.
    Optional<String> token();
}
