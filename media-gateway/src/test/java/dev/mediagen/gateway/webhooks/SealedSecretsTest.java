package dev.mediagen.gateway.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.gateway.api.ProblemException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SealedSecretsTest {
    private static final String OLD = "o".repeat(43);
    private static final String NEW = "n".repeat(43);

    @Test
    void madeSecretsHave32RandomBytes() {
        var secrets = with(OLD);
        String secret = secrets.make();
        assertThat(secret).startsWith("whsec_").isNotEqualTo(secrets.make());
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
    }

    @Test
    void whatIsSealedShowsNothingAndOpensForItsWebhookOnly() {
        var secrets = with(OLD);
        String secret = secrets.make();
        String kept = secrets.seal("a", secret);
        assertThat(kept).doesNotContain(secret.substring(6)).isNotEqualTo(secrets.seal("a", secret));
        assertThat(secrets.open("a", kept)).isEqualTo(secret);
        assertThatThrownBy(() -> secrets.open("b", kept)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void formerKeysStillOpen() {
        String kept = with(OLD).seal("a", "whsec_abc");
        assertThat(with(NEW + "," + OLD).open("a", kept)).isEqualTo("whsec_abc");
        assertThatThrownBy(() -> with(NEW).open("a", kept))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(NEW);
        assertThat(with(NEW + "," + OLD).seal("a", "whsec_abc")).doesNotStartWith(kept.substring(0, 8));
    }

    @Test
    void nothingIsSealedWithoutAKey() {
        var none = with("");
        assertThat(none.available()).isFalse();
        assertThatThrownBy(() -> none.seal("a", "whsec_abc"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("MEDIA_WEBHOOK_KEY");
    }

    @Test
    void shortKeyIsRefusedByName() {
        assertThatThrownBy(() -> with("short"))
                .hasMessageContaining("media.webhooks.key")
                .hasMessageNotContaining("short");
    }

    private static SealedSecrets with(String key) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(WebhooksConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(Map.of("media.webhooks.key", key), "test", 100))
                .build();
        return new SealedSecrets(config.getConfigMapping(WebhooksConfig.class));
    }
}
