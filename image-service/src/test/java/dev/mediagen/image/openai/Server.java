package dev.mediagen.image.openai;

import dev.mediagen.worker.http.Outbound;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// The providers, wired by hand as they are in production.
record Server(OpenAiImageProvider images, OpenAiPromptProvider prompts, OpenAiImageConfig config) {
    static final String KEY = "sk-test-0123456789abcdef";
    private static final Outbound OUTBOUND = new Outbound(Vertx.vertx());

    /// @param settings below `media.openai.`
    static Server with(Map<String, String> settings) {
        var properties = new HashMap<String, String>();
        settings.forEach((name, value) -> properties.put("media.openai." + name, value));
        var config = config(properties);
        var server = new OpenAiServer(config.getConfigMapping(OpenAiConfig.class));
        var image = config.getConfigMapping(OpenAiImageConfig.class);
        var prompt = config.getConfigMapping(OpenAiPromptConfig.class);
        return new Server(
                new OpenAiImageProvider(server, image, new OpenAiImageApi(OUTBOUND, server, image)),
                new OpenAiPromptProvider(server, prompt, new OpenAiPromptApi(OUTBOUND, server, prompt)),
                image);
    }

    static Server at(StubServer stub, String flavor) {
        return with(Map.of(
                "base-url",
                stub.base() + "/",
                "api-key",
                KEY,
                "flavor",
                flavor,
                "image-limit",
                "1s",
                "chat-model",
                "gpt-x",
                "chat-limit",
                "1s"));
    }

    private static SmallRyeConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(OpenAiConfig.class)
                .withMapping(OpenAiImageConfig.class)
                .withMapping(OpenAiPromptConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build();
    }
}
