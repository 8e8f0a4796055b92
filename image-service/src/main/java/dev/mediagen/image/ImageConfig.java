package dev.mediagen.image;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.util.List;
import java.util.Optional;

/// Who makes images. `MEDIA_PROVIDERS_IMAGE` sets the order.
@ConfigMapping(prefix = "media.providers")
interface ImageConfig {
    /// Names in fallback order; absent: those that have their credentials, else `sandbox`.
    @WithName("image")
    Optional<List<String>> order();
}
