package dev.mediagen.worker.providers;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/// How many calls each provider account takes at once (`media.slots.elevenlabs=4`), over all replicas. One that is
/// not named takes any number.
@ConfigMapping(prefix = "media.slots")
interface SlotsConfig {
    @WithParentName
    Map<String, Integer> byProvider();
}
