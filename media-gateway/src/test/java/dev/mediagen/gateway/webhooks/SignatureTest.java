package dev.mediagen.gateway.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final Instant AT = Instant.ofEpochSecond(1614265330);

    /// The vector that the implementations of the standard test themselves with.
    @Test
    void signsAsTheStandardsOwnVector() {
        var headers = Signature.headers("msg_p5jXN8AQM9LWM0D4loKWxJek", AT, BODY, List.of(SECRET));
        assertThat(headers)
                .containsEntry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
                .containsEntry("webhook-timestamp", "1614265330")
                .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void eachSecretSigns() {
        String other = "whsec_" + "QUJD".repeat(10);
        var headers = Signature.headers("msg_1", AT, BODY, List.of(other, SECRET));
        var alone = Signature.headers("msg_1", AT, BODY, List.of(SECRET));
        assertThat(headers.get("webhook-signature").split(" "))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .endsWith(alone.get("webhook-signature"));
    }
}
