package dev.mediagen.tts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/// Voices by name.
@ConfigMapping(prefix = "media.voices")
interface VoicesConfig {
    @WithParentName
    Map<String, Entry> byName();

    interface Entry {
        /// At ElevenLabs, and what results show. None: the voice is known but cannot be used until it has one.
        Optional<String> id();

        /// `Custom` or `Standard`.
        @WithDefault("Standard")
        String type();

        /// Who speaks for it at other providers, by provider.
        Map<String, String> equivalents();
    }
}
