package dev.mediagen.tts.openai;

import dev.mediagen.worker.http.Outbound;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// The provider, wired by hand as it is in production.
record Server(OpenAiSpeechProvider provider, OpenAiSpeechApi api, OpenAiCatalogue catalogue) {
    static final String KEY = "sk-test-0123456789abcdef";
    private static final Outbound OUTBOUND = new Outbound(Vertx.vertx());

    /// @param settings below `media.openai.`
    static Server with(Map<String, String> settings) {
        var properties = new HashMap<String, String>();
        settings.forEach((name, value) -> properties.put("media.openai." + name, value));
        var config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(OpenAiSpeechConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(OpenAiSpeechConfig.class);
        var api = new OpenAiSpeechApi(OUTBOUND, config);
        var catalogue = new OpenAiCatalogue(api, config);
        return new Server(new OpenAiSpeechProvider(config, api, catalogue), api, catalogue);
    }

    static Server at(StubServer stub, String flavor) {
        return with(Map.of("base-url", stub.base() + "/", "api-key", KEY, "flavor", flavor, "speech-limit", "1s"));
    }
}
