package dev.mediagen.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mediagen.contracts.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.stream.Collectors;

/// Keys of this data directory, made once: two API keys of two users of one tenant, those of the S3 server, and what
/// the secrets of webhooks are sealed with.
record Credentials(String apiKey, String secondApiKey, String s3AccessKey, String s3SecretKey, String webhookKey) {
    private static final String HEX = "0123456789abcdef";
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int KEY_ID_LENGTH = 12;
    private static final int SECRET_LENGTH = 43;

    static Credentials in(DataDirectory data) throws IOException {
        JsonMapper json = ContractJson.mapper();
        Path file = data.secretFile("credentials.json");
        var known = Files.size(file) > 0 ? json.readValue(file.toFile(), Credentials.class) : null;
        if (known != null && known.webhookKey != null) {
            return known;
        }
        var made = known == null ? made() : known.withWebhookKey();
        json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), made);
        return made;
    }

    private static Credentials made() {
        var random = new SecureRandom();
        return new Credentials(
                apiKey(random),
                apiKey(random),
                text(random, LETTERS, 20),
                text(random, LETTERS, SECRET_LENGTH),
                secret());
    }

    /// A data directory that is older than webhooks.
    private Credentials withWebhookKey() {
        return new Credentials(apiKey, secondApiKey, s3AccessKey, s3SecretKey, secret());
    }

    /// What the gateway's setting expects: `user:tenant:key`, separated by commas.
    String bootstrapKeys() {
        return "demo:default:%s,second:default:%s".formatted(apiKey, secondApiKey);
    }

    /// A new one at every call.
    static String secret() {
        return text(new SecureRandom(), LETTERS, SECRET_LENGTH);
    }

    private static String apiKey(SecureRandom random) {
        return "mg_%s_%s".formatted(text(random, HEX, KEY_ID_LENGTH), text(random, LETTERS, SECRET_LENGTH));
    }

    private static String text(SecureRandom random, String alphabet, int length) {
        return random.ints(length, 0, alphabet.length())
                .mapToObj(index -> String.valueOf(alphabet.charAt(index)))
                .collect(Collectors.joining());
    }
}
