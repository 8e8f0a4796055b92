package dev.mediagen.tts.elevenlabs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// The account at ElevenLabs.
@ConfigMapping(prefix = "media.elevenlabs")
interface ElevenLabsConfig {
    /// `ELEVENLABS_API_KEY`. None: the provider is known but serves nobody.
    Optional<String> apiKey();

    /// `ELEVENLABS_BASE_URL`: another region, or a stub. None: `https://api.elevenlabs.io`.
    Optional<String> baseUrl();

    /// How long one call that makes audio may take; long texts take minutes.
    @WithDefault("240s")
    Duration timeout();

    /// How often models and voices are read again.
    @WithDefault("15m")
    Duration refresh();

    /// Whether configured voices that ElevenLabs no longer has are announced as retired.
    @WithDefault("true")
    boolean checkVoices();

    /// How long an output format that the account's plan refused is not asked for.
    @WithDefault("1h")
    Duration formatPause();
}
