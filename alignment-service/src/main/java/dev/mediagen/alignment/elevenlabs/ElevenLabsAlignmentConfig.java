package dev.mediagen.alignment.elevenlabs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// The account at ElevenLabs.
@ConfigMapping(prefix = "media.elevenlabs")
interface ElevenLabsAlignmentConfig {
    /// `ELEVENLABS_API_KEY`. None: the provider is known but serves nobody.
    Optional<String> apiKey();

    /// `ELEVENLABS_BASE_URL`: another region, or a stub. None: `https://api.elevenlabs.io`.
    Optional<String> baseUrl();

    /// How long one call may take; long recordings take minutes.
    @WithDefault("600s")
    Duration timeout();
}
