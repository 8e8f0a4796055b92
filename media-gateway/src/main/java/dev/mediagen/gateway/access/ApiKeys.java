package dev.mediagen.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.ReplaceOptions;
import dev.mediagen.gateway.api.ProblemException;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The keys of this installation.
@ApplicationScoped
class ApiKeys implements PanacheMongoRepositoryBase<ApiKey, String> {
    static final int MOST = 50;
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(3);
    private static final Duration RETRY_AFTER = Duration.ofHours(1);
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
        mongoCollection().createIndex(new Document("tenant", 1).append("user", 1));
        for (String entry : bootstrap.orElse(List.of())) {
            String[] parts = entry.trim().split(":", 3);
            var key = parts.length == 3 ? ApiKey.Presented.of(parts[2]) : Optional.<ApiKey.Presented>empty();
            if (key.isEmpty() || !Caller.isTenant(parts[1]))
                throw new IllegalStateException("media.access.bootstrap-keys: want user:tenant:mg_<id>_<secret>");
            var owner = new Caller(parts[1], parts[0]);
            var stored = key.get().owned(owner, "bootstrap", Scope.all(), Instant.now(), null);
            mongoCollection().replaceOne(new Document("_id", stored.id()), stored, new ReplaceOptions().upsert(true));
        }
    }

    /// The stored key that a presented one opens. What was revoked elsewhere opens nothing after three seconds.
    Optional<ApiKey> open(String presented) {
        return ApiKey.Presented.of(presented).flatMap(key -> recent.get(key.id(), this::findByIdOptional)
                .filter(stored -> stored.opensWith(key.secret(), Instant.now())));
    }

    List<ApiKey> of(Caller owner) {
        return mongoCollection()
                .find(owned(owner))
                .sort(new Document("createdAt", -1).append("_id", 1))
                .into(new ArrayList<>());
    }

    /// @throws ProblemException 429 when its owner has as many as anybody may
    void add(ApiKey key) {
        var owner = new Caller(key.tenant(), key.user());
        persist(key);
        // counted afterwards: of two at the same time none may slip through
        if (mongoCollection().countDocuments(owned(owner)) > MOST) {
            deleteById(key.id());
            throw ProblemException.quota("you have %d keys already".formatted(MOST), RETRY_AFTER);
        }
    }

    /// @return whether there was one
    boolean revoke(Caller owner, String id) {
        boolean was =
                mongoCollection().deleteOne(owned(owner).append("_id", id)).getDeletedCount() > 0;
        recent.invalidate(id);
        return was;
    }

    private static Document owned(Caller owner) {
        return new Document("tenant", owner.tenant()).append("user", owner.user());
    }
}
