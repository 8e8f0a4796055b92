package dev.mediagen.gateway.webhooks;

import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.gateway.api.RequestDigest;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Secrets as they lie in the database: AES-256-GCM, bound to the webhook they belong to.
@ApplicationScoped
class SealedSecrets {
    private static final int SHORTEST = 32;
    private static final int SECRET = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private final SecureRandom random = new SecureRandom();
    private final List<Key> keys;

    /// @param name tells keys apart, and nothing about them
    private record Key(String name, SecretKeySpec key) {
        static Key of(String text) {
            if (text.length() < SHORTEST)
                throw new IllegalStateException("media.webhooks.key: want at least %d characters".formatted(SHORTEST));
            byte[] bytes = HexFormat.of().parseHex(RequestDigest.of("webhooks", text));
            return new Key(RequestDigest.of("name", text).substring(0, 8), new SecretKeySpec(bytes, "AES"));
        }
    }

    SealedSecrets(WebhooksConfig config) {
        keys = config.key().orElse(List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Key::of)
                .toList();
    }

    boolean available() {
        return !keys.isEmpty();
    }

    /// A new secret, in the form in which its owner keeps it.
    String make() {
        byte[] bytes = new byte[SECRET];
        random.nextBytes(bytes);
        return Signature.PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /// @throws ProblemException 503 where no key is set
    String seal(String webhookId, String secret) {
        if (!available())
            throw new ProblemException(
                    503, "WEBHOOKS_NOT_CONFIGURED", "MEDIA_WEBHOOK_KEY is not set on this installation", false, null);
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var key = keys.getFirst();
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key, nonce, webhookId, secret.getBytes(StandardCharsets.US_ASCII));
        byte[] both = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, both, NONCE, sealed.length);
        return key.name() + "." + Base64.getEncoder().encodeToString(both);
    }

    /// @throws IllegalStateException when the key it was sealed with is not set any more
    String open(String webhookId, String sealed) {
        int dot = sealed.indexOf('.');
        var key = keys.stream()
                .filter(k -> k.name().equals(sealed.substring(0, dot)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the key it was sealed with is not set"));
        byte[] both = Base64.getDecoder().decode(sealed.substring(dot + 1));
        byte[] nonce = Arrays.copyOf(both, NONCE);
        byte[] secret = run(Cipher.DECRYPT_MODE, key, nonce, webhookId, Arrays.copyOfRange(both, NONCE, both.length));
        return new String(secret, StandardCharsets.US_ASCII);
    }

    private static byte[] run(int mode, Key key, byte[] nonce, String boundTo, byte[] in) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(boundTo.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(in);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
