package dev.mediagen.image.fal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/// What a webhook is signed with: Ed25519 over its headers and the hash of its raw body.
///
/// @param requestId `X-Fal-Webhook-Request-Id`
/// @param userId `X-Fal-Webhook-User-Id`
/// @param timestamp `X-Fal-Webhook-Timestamp`, seconds since 1970
/// @param signature `X-Fal-Webhook-Signature`, hexadecimal
record FalSignature(String requestId, String userId, String timestamp, String signature) {
    private static final Duration LEEWAY = Duration.ofMinutes(5);
    private static final int KEY_BYTES = 32;

    /// Whether everything is there and it was signed just now.
    boolean plausible(Instant now) {
        boolean complete = requestId != null && userId != null && signature != null && timestamp != null;
        if (!complete || !timestamp.matches("\\d{1,12}")) return false;
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
        return age.abs().compareTo(LEEWAY) <= 0;
    }

    /// Whether one of the keys made it.
    ///
    /// @param body exactly as it came
    boolean madeBy(List<PublicKey> keys, byte[] body) {
        return keys.stream().anyMatch(key -> madeBy(key, body));
    }

    private boolean madeBy(PublicKey key, byte[] body) {
        try {
            var hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body));
            var message = String.join("\n", requestId, userId, timestamp, hash);
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(HexFormat.of().parseHex(signature));
        } catch (SignatureException | InvalidKeyException | IllegalArgumentException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param bytes little-endian, as RFC 8032 writes keys; the highest bit says whether x is odd
    static PublicKey key(byte[] bytes) throws GeneralSecurityException {
        if (bytes.length != KEY_BYTES) throw new InvalidKeyException("not an Ed25519 key");
        var bigEndian = new byte[KEY_BYTES];
        for (int i = 0; i < KEY_BYTES; i++) bigEndian[i] = bytes[KEY_BYTES - 1 - i];
        boolean xOdd = (bigEndian[0] & 0x80) != 0;
        bigEndian[0] &= 0x7f;
        var point = new EdECPoint(xOdd, new BigInteger(1, bigEndian));
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }
}
