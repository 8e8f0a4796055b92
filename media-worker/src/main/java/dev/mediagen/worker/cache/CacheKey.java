package dev.mediagen.worker.cache;

import dev.mediagen.contracts.PartRequest;
import dev.mediagen.contracts.TextContent;
import dev.mediagen.contracts.Topics;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What makes two requests of a tenant equal: everything that shapes the result, and nothing that only says who asks.
///
/// @param hash lower-case hex SHA-256 of the canonical form of version, kind, tenant and parameters
/// @param request the request it was made of
/// @param parameters by name, sorted
public record CacheKey(String hash, PartRequest request, Map<String, Object> parameters) {
    /// Raised when results made before must no longer be given out.
    private static final int VERSION = 1;

    private static final List<String> WHO_ASKS = List.of("generationId", "tenant", "user", "expiresAt", "useCache");

    /// A component that a request gains later is part of the key from then on.
    ///
    /// @param resolved what the request only points at, under the component's name (`text` the text itself,
    /// `source` the content's hash), and what shapes the result besides (`voiceId`, `firstProvider`); nulls count
    public static CacheKey of(PartRequest request, Map<String, ?> resolved) {
        var parameters = new TreeMap<>(CanonicalForm.components((Record) request));
        WHO_ASKS.forEach(parameters::remove);
        parameters.putAll(resolved);
        parameters.replaceAll((name, value) -> value instanceof TextContent text ? inline(text) : value);
        var all = List.of(VERSION, Topics.of(request.getClass()), request.tenant(), parameters);
        return new CacheKey(CanonicalForm.sha256(all), request, Collections.unmodifiableMap(parameters));
    }

    private static String inline(TextContent text) {
        if (text.inline() == null) throw new IllegalArgumentException("the text itself is needed: " + text.staged());
        return text.inline();
    }

    /// Nobody else's results are ever found.
    String tenant() {
        return request.tenant();
    }

    String generationId() {
        return request.generationId();
    }
}
