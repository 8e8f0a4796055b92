package dev.mediagen.tts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How texts are spoken that are too long for one call.
@ConfigMapping(prefix = "media.speech")
interface SpeechConfig {
    /// Chunks of one text that are spoken at once, at most; the provider's slots may allow fewer.
    @WithDefault("4")
    int parallelChunks();

    /// Providers whose chunks are spoken one after the other, each told the request ids of those before.
    Optional<Set<String>> chained();

    /// Silence between two chunks where a sentence ends; half of it inside a sentence.
    @WithDefault("0.18s")
    Duration pause();

    /// Silence between any two chunks, by provider.
    Map<String, Duration> pauses();
}
