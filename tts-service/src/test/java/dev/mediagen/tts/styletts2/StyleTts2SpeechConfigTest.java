package dev.mediagen.tts.styletts2;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/// The environment's names, through the service's own settings.
class StyleTts2SpeechConfigTest {
    @Test
    void readsTheEnvironment() throws IOException {
        var config = config(Map.of("STYLETTS2_API_ROUTE", "http://gpu:8000", "BACKEND_API_KEY", "k"));
        assertThat(config.apiRoute()).contains(URI.create("http://gpu:8000"));
        assertThat(config.apiKey()).contains("k");
        assertThat(config.limit()).isEqualTo(Duration.ofMinutes(3));
        assertThat(config.maxTextLength()).isEqualTo(125);
    }

    @Test
    void isEmptyWithoutIt() throws IOException {
        var config = config(Map.of());
        assertThat(config.apiRoute()).isEmpty();
        assertThat(config.apiKey()).isEmpty();
    }

    private static StyleTts2SpeechConfig config(Map<String, String> environment) throws IOException {
        var settings = new Properties();
        try (InputStream in = StyleTts2SpeechConfigTest.class.getResourceAsStream("/application.properties")) {
            settings.load(in);
        }
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(StyleTts2SpeechConfig.class)
                .withSources(new PropertiesConfigSource(settings, "settings", 100))
                .withSources(new PropertiesConfigSource(environment, "environment", 200))
                .build()
                .getConfigMapping(StyleTts2SpeechConfig.class);
    }
}
