package dev.mediagen.gateway.webhooks;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import dev.mediagen.gateway.api.Cursor;
import dev.mediagen.gateway.webhooks.Delivery.State;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/// Deliveries in MongoDB: what is still to be sent, and the log of what was.
@ApplicationScoped
class DeliveryStore implements PanacheMongoRepositoryBase<Delivery, String> {
    void createIndexes(@Observes StartupEvent event) {
        mongoCollection().createIndex(new Document("state", 1).append("dueAt", 1));
        mongoCollection()
                .createIndex(new Document("webhook", 1).append("createdAt", -1).append("_id", -1));
        mongoCollection()
                .createIndex(
                        new Document("webhook", 1).append("generationId", 1).append("version", 1));
        mongoCollection()
                .createIndex(new Document("expiresAt", 1), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    /// @return false when it is there already
    boolean add(Delivery delivery) {
        try {
            persist(delivery);
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) return false;
            throw e;
        }
    }

    /// @return false when somebody else was faster
    boolean replace(Delivery before, Delivery after) {
        var seen = new Document("_id", before.id()).append("claims", before.claims());
        return mongoCollection().replaceOne(seen, after).getMatchedCount() == 1;
    }

    /// The oldest first.
    ///
    /// @param busy webhooks that are being served
    List<Delivery> due(Instant now, Collection<String> busy, int limit) {
        var open = List.of(State.PENDING.json(), State.SENDING.json());
        return mongoCollection()
                .find(Filters.and(
                        Filters.in("state", open), Filters.lte("dueAt", Date.from(now)), Filters.nin("webhook", busy)))
                .sort(new Document("dueAt", 1))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /// What else one webhook is told of one generation.
    List<Delivery> siblings(Delivery of) {
        var same = new Document("webhook", of.webhook())
                .append("generationId", of.generationId())
                .append("_id", new Document("$ne", of.id()));
        return mongoCollection().find(same).into(new ArrayList<>());
    }

    Optional<Delivery> find(String webhookId, String id) {
        return findByIdOptional(id).filter(delivery -> delivery.webhook().equals(webhookId));
    }

    /// Newest first.
    ///
    /// @param after null for the first page
    List<Delivery> list(String webhookId, Cursor after, int limit) {
        var mine = Filters.eq("webhook", webhookId);
        return mongoCollection()
                .find(after == null ? mine : Filters.and(mine, after.after("createdAt")))
                .sort(new Document("createdAt", -1).append("_id", -1))
                .limit(limit)
                .into(new ArrayList<>());
    }

    void deleteAll(String webhookId) {
        mongoCollection().deleteMany(new Document("webhook", webhookId));
    }

    /// The built-in database does not do it by itself.
    ///
    /// @return how many
    long deleteExpired(Instant now) {
        return mongoCollection()
                .deleteMany(new Document("expiresAt", new Document("$lt", Date.from(now))))
                .getDeletedCount();
    }
}
