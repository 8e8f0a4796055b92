package dev.mediagen.tts;

import dev.mediagen.worker.providers.ProviderCalls;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/// Speakers as in production.
final class TestSpeakers {
    private TestSpeakers() {}

    static Speaker of(ProviderCalls calls) {
        return of(calls, Map.of());
    }

    /// @param settings under `media.speech`
    static Speaker of(ProviderCalls calls, Map<String, String> settings) {
        var config = config(settings);
        return new Speaker(Requests.VOICES, new ChunkCalls(calls, config), config);
    }

    static SpeechConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(SpeechConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(SpeechConfig.class);
    }
}
