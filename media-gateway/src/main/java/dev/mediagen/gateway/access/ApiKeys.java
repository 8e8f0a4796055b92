package dev.mediagen.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.ReplaceOptions;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The keys of this installation.
@ApplicationScoped
class ApiKeys implements PanacheMongoRepositoryBase<ApiKey, String> {
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(3);
    private final Cache<String, Optional<ApiKey>> recent = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(SEEN_WITHIN)
            .build();
    private final Optional<List<String>> bootstrap;

    ApiKeys(@ConfigProperty(name = "media.access.bootstrap-keys") Optional<List<String>> bootstrap) {
        this.bootstrap = bootstrap;
    }

    /// Keys given by the environment as `user:tenant:key`, so that a new installation can be entered.
    void storeBootstrapKeys(@Observes StartupEvent event) {
        for (String entry : bootstrap.orElse(List.of())) {
            String[] parts = entry.trim().split(":", 3);
            var key = parts.length == 3 ? ApiKey.Presented.of(parts[2]) : Optional.<ApiKey.Presented>empty();
            if (key.isEmpty() || !parts[1].matches("[A-Za-z0-9-]{1,64}"))
                throw new IllegalStateException("media.access.bootstrap-keys: want user:tenant:mg_<id>_<secret>");
            store(key.get(), parts[1], parts[0]);
        }
    }

    private void store(ApiKey.Presented key, String tenant, String user) {
        var stored = new ApiKey(
                key.id(), ApiKey.hash(key.secret()), tenant, user, Set.of("generate", "read", "admin"), Instant.now());
        mongoCollection().replaceOne(new Document("_id", key.id()), stored, new ReplaceOptions().upsert(true));
    }

    /// The stored key that a presented one opens.
    Optional<ApiKey> open(String presented) {
        return ApiKey.Presented.of(presented).flatMap(key -> recent.get(key.id(), this::findByIdOptional)
                .filter(stored -> stored.opensWith(key.secret())));
    }
}
