package dev.mediagen.alignment.elevenlabs;

import dev.mediagen.worker.http.Outbound;
import dev.mediagen.worker.providers.Slots;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// The adapter, put together by hand in front of a stub.
final class Desk implements AutoCloseable {
    static final String KEY = "sk_5ecre7";
    private final Vertx vertx = Vertx.vertx();
    final Map<String, Integer> limits = new HashMap<>();
    final ElevenLabsAlignmentProvider provider;

    /// @param settings without their prefix
    Desk(String url, Map<String, String> settings) {
        var all = new HashMap<String, String>();
        all.put("media.elevenlabs.api-key", KEY);
        all.put("media.elevenlabs.base-url", url);
        settings.forEach((name, value) -> all.put("media.elevenlabs." + name, value));
        var config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(ElevenLabsAlignmentConfig.class)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build()
                .getConfigMapping(ElevenLabsAlignmentConfig.class);
        provider =
                new ElevenLabsAlignmentProvider(new ElevenLabsAlignmentApi(config, new Outbound(vertx), new Limits()));
    }

    private final class Limits implements Slots {
        @Override
        public Slot take(String account) {
            return () -> {};
        }

        @Override
        public void limit(String account, int atOnce) {
            limits.put(account, atOnce);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
