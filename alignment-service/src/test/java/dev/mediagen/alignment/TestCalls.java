package dev.mediagen.alignment;

import dev.mediagen.worker.providers.CallsConfig;
import dev.mediagen.worker.providers.ProviderCalls;
import dev.mediagen.worker.providers.Slots;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/// Calls as in production, with short pauses and slots for everybody.
public final class TestCalls {
    private TestCalls() {}

    /// Up to three tries.
    public static ProviderCalls patient() {
        var settings = Map.of(
                "media.calls.backoff", "1ms",
                "media.calls.longest", "0.5s");
        var config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(CallsConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
        return new ProviderCalls(new Free(), config.getConfigMapping(CallsConfig.class), new SimpleMeterRegistry());
    }

    private static final class Free implements Slots {
        @Override
        public Slot take(String account) {
            return () -> {};
        }

        @Override
        public void limit(String account, int atOnce) {}
    }
}
