package dev.mediagen.gateway.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A key as its owner sees it.
///
/// @param key the whole of it, in the answer to its creation and never again
record KeyView(
        String id,
        String name,
        Set<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        String last4,

        @Schema(description = "the whole key, only in the answer to its creation", examples = "mg_4fTz…_…")
        String key,

        List<String> warnings) {
    static KeyView of(ApiKey key) {
        return new KeyView(
                key.id(),
                key.name(),
                new TreeSet<>(key.scopes()),
                key.createdAt(),
                key.expiresAt(),
                key.last4(),
                null,
                null);
    }

    /// With what is only told once.
    KeyView created(String whole, List<String> warnings) {
        return new KeyView(id, name, scopes, createdAt, expiresAt, last4, whole, warnings.isEmpty() ? null : warnings);
    }
}
