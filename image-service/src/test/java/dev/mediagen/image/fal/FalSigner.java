package dev.mediagen.image.fal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// Signs webhooks as fal does.
///
/// @param secret PKCS #8, Base64
/// @param keySet what fal publishes
record FalSigner(String secret, String keySet) {
    private static final int KEY_BYTES = 32;

    static FalSigner create() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] x = Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
            return new FalSigner(
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()),
                    "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"%s\"}]}"
                            .formatted(Base64.getUrlEncoder().withoutPadding().encodeToString(x)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static FalSignature sign(String secret, String id, String user, long time, String body) {
        try {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            String message = "%s\n%s\n%d\n%s".formatted(id, user, time, hash);
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key(secret));
            signature.update(message.getBytes(StandardCharsets.UTF_8));
            return new FalSignature(
                    id, user, String.valueOf(time), HexFormat.of().formatHex(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey key(String secret) throws GeneralSecurityException {
        var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(secret));
        return KeyFactory.getInstance("Ed25519").generatePrivate(spec);
    }
}
