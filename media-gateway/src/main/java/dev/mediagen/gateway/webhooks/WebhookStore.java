package dev.mediagen.gateway.webhooks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import dev.mediagen.gateway.access.Caller;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;

/// Webhooks in MongoDB. Only the gateway writes them.
@ApplicationScoped
class WebhookStore implements PanacheMongoRepositoryBase<UserWebhooks, String> {
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(2);
    private final Cache<Caller, UserWebhooks> recent = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(SEEN_WITHIN)
            .build();

    UserWebhooks of(Caller caller) {
        return findByIdOptional(UserWebhooks.id(caller)).orElseGet(() -> UserWebhooks.none(caller));
    }

    /// As it was a moment ago.
    UserWebhooks recent(Caller caller) {
        return recent.get(caller, this::of);
    }

    /// @param owner id of the user's document
    Optional<Webhook> find(String owner, String webhookId) {
        return findByIdOptional(owner).flatMap(all -> all.find(webhookId));
    }

    /// Applies a change until it meets no other; one that returns its argument is not written.
    ///
    /// @return as it is now
    UserWebhooks change(Caller caller, UnaryOperator<UserWebhooks> change) {
        while (true) {
            var before = of(caller);
            var after = change.apply(before);
            if (after == before) return after;
            boolean written = write(before, after);
            recent.invalidate(caller);
            if (written) return after;
        }
    }

    void change(String owner, String webhookId, UnaryOperator<Webhook> change) {
        findByIdOptional(owner)
                .ifPresent(all -> change(new Caller(all.tenant(), all.user()), now -> now.changed(webhookId, change)));
    }

    private boolean write(UserWebhooks before, UserWebhooks after) {
        var seen = new Document("_id", before.id()).append("version", before.version());
        if (before.version() > 0)
            return mongoCollection().replaceOne(seen, after).getMatchedCount() == 1;
        try {
            persist(after);
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) return false;
            throw e;
        }
    }
}
