package dev.mediagen.gateway.uploads;

import dev.mediagen.gateway.access.Caller;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/// Uploads in MongoDB. Only the gateway writes them.
@ApplicationScoped
class UploadStore implements PanacheMongoRepositoryBase<Upload, String> {
    void createIndexes(@Observes StartupEvent event) {
        mongoCollection().createIndex(new Document("key", 1));
        mongoCollection().createIndex(new Document("expiresAt", 1));
    }

    /// @param reference its id or its key
    Optional<Upload> find(Caller caller, String reference) {
        var named = List.of(new Document("_id", reference), new Document("key", reference));
        var own = new Document("tenant", caller.tenant())
                .append("user", caller.user())
                .append("$or", named);
        return Optional.ofNullable(mongoCollection().find(own).first());
    }

    void remember(Upload upload, String sha256) {
        mongoCollection()
                .updateOne(new Document("_id", upload.id()), new Document("$set", new Document("sha256", sha256)));
    }

    /// @return how many
    long deleteExpired(Instant now) {
        var expired = new Document("expiresAt", new Document("$lt", Date.from(now)));
        return mongoCollection().deleteMany(expired).getDeletedCount();
    }
}
