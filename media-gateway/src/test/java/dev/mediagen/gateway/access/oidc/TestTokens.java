package dev.mediagen.gateway.access.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tokens made by hand from the JDK's signatures, so that no JWT library has a say in what can be forged.
record TestTokens(KeyPair rsa, KeyPair ec) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static TestTokens fresh() {
        try {
            var rsa = KeyPairGenerator.getInstance("RSA");
            rsa.initialize(2048);
            var ec = KeyPairGenerator.getInstance("EC");
            ec.initialize(new ECGenParameterSpec("secp256r1"));
            return new TestTokens(rsa.generateKeyPair(), ec.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Both key pairs, so that a test in another class loader signs as this issuer does.
    String text() {
        return String.join(
                " ",
                base64(rsa.getPrivate().getEncoded()),
                base64(rsa.getPublic().getEncoded()),
                base64(ec.getPrivate().getEncoded()),
                base64(ec.getPublic().getEncoded()));
    }

    static TestTokens of(String text) {
        byte[][] keys = Arrays.stream(text.split(" "))
                .map(Base64.getUrlDecoder()::decode)
                .toArray(byte[][]::new);
        return new TestTokens(pair("RSA", keys[0], keys[1]), pair("EC", keys[2], keys[3]));
    }

    private static KeyPair pair(String algorithm, byte[] secret, byte[] open) {
        try {
            var factory = KeyFactory.getInstance(algorithm);
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(open)),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(secret)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A JSON Web Key Set of both.
    String publicKeys() {
        return json(Map.of("keys", List.of(rsaKey(), ecKey())));
    }

    Map<String, Object> rsaKey() {
        var key = (RSAPublicKey) rsa.getPublic();
        return Map.of(
                "kty",
                "RSA",
                "kid",
                "rsa",
                "use",
                "sig",
                "n",
                base64(unsigned(key.getModulus(), 256)),
                "e",
                base64(key.getPublicExponent().toByteArray()));
    }

    private Map<String, Object> ecKey() {
        var point = ((ECPublicKey) ec.getPublic()).getW();
        return Map.of(
                "kty",
                "EC",
                "kid",
                "ec",
                "use",
                "sig",
                "crv",
                "P-256",
                "x",
                base64(unsigned(point.getAffineX(), 32)),
                "y",
                base64(unsigned(point.getAffineY(), 32)));
    }

    String signed(Map<String, ?> header, Map<String, ?> claims) {
        return switch (header.get("alg").toString()) {
            case "RS256" -> signed(header, claims, "SHA256withRSA", rsa.getPrivate());
            case "RS512" -> signed(header, claims, "SHA512withRSA", rsa.getPrivate());
            case "ES256" -> signed(header, claims, "SHA256withECDSAinP1363Format", ec.getPrivate());
            default -> throw new IllegalArgumentException("sign it another way");
        };
    }

    static String signed(Map<String, ?> header, Map<String, ?> claims, String algorithm, PrivateKey key) {
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(unsigned(header, claims).getBytes(StandardCharsets.US_ASCII));
            return unsigned(header, claims) + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What a verifier accepts that takes the algorithm from the token and the key from the issuer.
    static String keyed(Map<String, ?> header, Map<String, ?> claims, byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            String text = unsigned(header, claims);
            return text + "." + base64(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Header and claims, as they are signed.
    static String unsigned(Map<String, ?> header, Map<String, ?> claims) {
        return base64(json(header).getBytes(StandardCharsets.UTF_8))
                + "."
                + base64(json(claims).getBytes(StandardCharsets.UTF_8));
    }

    static byte[] pem(PublicKey key) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] unsigned(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] exact = new byte[length];
        int taken = Math.min(bytes.length, length);
        System.arraycopy(bytes, bytes.length - taken, exact, length - taken, taken);
        return exact;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
