package dev.mediagen.gateway.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A key as it is stored: its secret is only known by its hash. High-entropy secrets need no slow hash.
///
/// @param id the public middle of `mg_<id>_<secret>`
/// @param hash SHA-256 of the secret, lower-case hex
/// @param expiresAt null for one that lasts until it is revoked
/// @param last4 the end of the key, by which its owner recognises it
@MongoEntity(collection = "apiKeys")
record ApiKey(
        @JsonProperty("_id") String id,
        String hash,
        String tenant,
        String user,
        String name,
        Set<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        String last4) {
    static final String PREFIX = "mg_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "([A-Za-z0-9]{8,32})_([A-Za-z0-9]{22,86})");

    /// The two parts of a presented key.
    record Presented(String id, String secret) {
        static Optional<Presented> of(String key) {
            Matcher form = FORM.matcher(key);
            return form.matches() ? Optional.of(new Presented(form.group(1), form.group(2))) : Optional.empty();
        }

        String text() {
            return PREFIX + id + "_" + secret;
        }

        ApiKey owned(Caller owner, String name, Set<String> scopes, Instant createdAt, Instant expiresAt) {
            String last4 = secret.substring(secret.length() - 4);
            return new ApiKey(
                    id, hash(secret), owner.tenant(), owner.user(), name, scopes, createdAt, expiresAt, last4);
        }
    }

    boolean opensWith(String secret, Instant now) {
        boolean same = MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), hash(secret).getBytes(StandardCharsets.US_ASCII));
        return same && (expiresAt == null || now.isBefore(expiresAt));
    }

    private static String hash(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
