package dev.mediagen.tts.elevenlabs;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.contracts.TextContent;
import dev.mediagen.contracts.Voice;
import dev.mediagen.tts.Requests;
import dev.mediagen.tts.SpeechOrder;
import dev.mediagen.tts.Voices;
import dev.mediagen.worker.http.Outbound;
import dev.mediagen.worker.providers.Slots;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The adapter, put together by hand in front of a stub.
final class Desk implements AutoCloseable {
    static final String KEY = "sk_5ecre7";
    static final Voice GEORGE = new Voice("George", "JBFqnCBsd6RMkjVDRZzb", "Standard");
    private final Vertx vertx = Vertx.vertx();
    final Map<String, Integer> limits = new HashMap<>();
    final ElevenLabsAccount account;
    final ElevenLabsConfig config;
    final ElevenLabsCatalogue catalogue;
    final OutputFormats formats;

    Desk(StubElevenLabs stub) {
        this(stub, Map.of(), Requests.VOICES);
    }

    /// @param settings without their prefix
    Desk(StubElevenLabs stub, Map<String, String> settings, Voices voices) {
        config = config(stub, settings);
        account = new ElevenLabsAccount(config, new Outbound(vertx), new Limits());
        formats = new OutputFormats(config);
        var api = new ElevenLabsCatalogueApi(account);
        catalogue = new ElevenLabsCatalogue(account, api, new VoiceCheck(api, voices, config), config);
    }

    private static ElevenLabsConfig config(StubElevenLabs stub, Map<String, String> settings) {
        var all = new HashMap<String, String>();
        all.put("media.elevenlabs.api-key", KEY);
        all.put("media.elevenlabs.base-url", stub.url());
        settings.forEach((name, value) -> all.put("media.elevenlabs." + name, value));
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(ElevenLabsConfig.class)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build()
                .getConfigMapping(ElevenLabsConfig.class);
    }

    ElevenLabsSpeechProvider speech() {
        return new ElevenLabsSpeechProvider(new ElevenLabsSpeechApi(account), catalogue, formats, new Stitching());
    }

    static SpeechRequested request(String model, AudioFormat format, AudioQuality quality) {
        return request(model, format, quality, null, null);
    }

    static SpeechRequested request(
            String model, AudioFormat format, AudioQuality quality, String language, String seed) {
        var expiry = Instant.parse("2030-01-01T00:00:00Z");
        var text = new TextContent("Hi", null);
        return new SpeechRequested(
                "g1", "t1", "u1", expiry, text, "George", model, 0.5, 0.75, 0, 1, null, language, seed, format, quality,
                true, true, null, null, null);
    }

    static SpeechOrder whole(SpeechRequested request) {
        return SpeechOrder.whole(request, request.text().inline(), GEORGE);
    }

    static SpeechOrder chunk(String model, List<String> previous) {
        var request = request(model, AudioFormat.MP3, AudioQuality.MEDIUM);
        return new SpeechOrder(request, "Hi", GEORGE, "Before.", "After.", previous, true);
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
