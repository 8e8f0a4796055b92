package dev.mediagen.tts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/// Which providers serve, first choice first (`MEDIA_PROVIDERS_SPEECH`).
@ConfigMapping(prefix = "media.providers")
interface ProvidersConfig {
    @WithDefault("sandbox")
    List<String> speech();
}
