package dev.mediagen.gateway.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Headers of a delivery by Standard Webhooks 1.0, with the symmetric signature `v1`.
final class Signature {
    static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /// @param secrets each signs, the newest first
    static Map<String, String> headers(String id, Instant at, byte[] body, List<String> secrets) {
        String time = String.valueOf(at.getEpochSecond());
        String signatures = secrets.stream()
                .map(secret -> sign(secret, "%s.%s.".formatted(id, time), body))
                .collect(Collectors.joining(" "));
        return Map.of("webhook-id", id, "webhook-timestamp", time, "webhook-signature", signatures);
    }

    private static String sign(String secret, String head, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), ALGORITHM));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
