package dev.mediagen.gateway.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a key or a token allows. None includes another.
public enum Scope {
    /// Start, cancel and retry generations, upload, register voices, delete.
    GENERATE,
    /// Whatever changes nothing.
    READ,
    /// Keys and webhooks.
    ADMIN;

    /// Its name in keys, tokens and answers, which is also the role it gives.
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text();
    }

    public static Optional<Scope> of(String text) {
        return Arrays.stream(values())
                .filter(scope -> scope.text().equals(text))
                .findFirst();
    }

    public static Set<String> all() {
        return Arrays.stream(values()).map(Scope::text).collect(Collectors.toUnmodifiableSet());
    }

    /// What a call needs.
    ///
    /// @param path the template it was matched by
    static Scope neededFor(String method, String path) {
        if (isUnder(path, "/api/keys") || isUnder(path, "/api/webhooks")) return ADMIN;
        boolean changesNothing = method.equals("GET") || method.equals("HEAD");
        // to listen is to generate
        return changesNothing && !isUnder(path, "/api/stream") ? READ : GENERATE;
    }

    private static boolean isUnder(String path, String resource) {
        return path.equals(resource) || path.startsWith(resource + "/");
    }
}
