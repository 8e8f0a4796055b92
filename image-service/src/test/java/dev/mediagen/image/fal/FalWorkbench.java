package dev.mediagen.image.fal;

import dev.mediagen.worker.http.Outbound;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// One replica's adapter, wired by hand against the stub.
final class FalWorkbench {
    static final String KEY = "key-id:key-secret";
    private static final Vertx VERTX = Vertx.vertx();
    private static final Outbound OUTBOUND = new Outbound(VERTX);
    final FalBells bells = new FalBells();
    final Remembered deliveries = new Remembered();
    final FalSubmissions submissions;
    final FalImageProvider provider;

    /// Deliveries as the database keeps them.
    static final class Remembered implements FalDeliveries {
        private final Map<String, Delivery> bySubmission = new ConcurrentHashMap<>();

        @Override
        public void keep(Delivery delivery) {
            bySubmission.put(delivery.submission(), delivery);
        }

        @Override
        public Optional<String> requestId(String submission) {
            return Optional.ofNullable(bySubmission.get(submission)).map(Delivery::requestId);
        }
    }

    FalWorkbench(FalStub stub, Map<String, String> settings) {
        var config = config(stub.url(), settings);
        var api = new FalImageApi(config, new FalHosts(config), OUTBOUND);
        submissions = new FalSubmissions(config, api, deliveries, bells);
        provider = new FalImageProvider(config, submissions, new FalWatch(config, api, bells, deliveries), api);
    }

    static FalImageConfig config(String url, Map<String, String> settings) {
        var all = new HashMap<>(Map.of(
                "media.fal.api-key",
                KEY,
                "media.fal.queue-url",
                url,
                "media.fal.jwks-url",
                url + "/jwks.json",
                "media.fal.first-poll",
                "5ms",
                "media.fal.hand-over",
                "0.2s",
                "media.fal.longest-poll",
                "20ms",
                "media.fal.longest-hooked-poll",
                "20ms"));
        settings.forEach((name, value) -> all.put("media.fal." + name, value));
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(FalImageConfig.class)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build()
                .getConfigMapping(FalImageConfig.class);
    }
}
