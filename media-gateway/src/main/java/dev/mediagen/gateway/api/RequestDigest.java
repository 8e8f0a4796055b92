package dev.mediagen.gateway.api;

import jakarta.enterprise.context.RequestScoped;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of the body of this request, as it was sent.
@RequestScoped
public class RequestDigest {
    private final MessageDigest body = sha256();

    InputStream reading(InputStream in) {
        return new DigestInputStream(in, body);
    }

    /// Of the path and of what was read of the body. To be asked once.
    public String of(String path) {
        return of(path, HexFormat.of().formatHex(body.digest()));
    }

    /// Of several texts; each ends where it ends.
    public static String of(String... texts) {
        var digest = sha256();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update("%d:".formatted(bytes.length).getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
