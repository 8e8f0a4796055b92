package dev.mediagen.gateway.uploads;

import dev.mediagen.gateway.access.Caller;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
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
        mongoCollection()
                .createIndex(new Document("tenant", 1).append("user", 1).append("expiresAt", 1));
    }

    /// @param reference its id or its key
    Optional<Upload> find(Caller caller, String reference) {
        var named = List.of(new Document("_id", reference), new Document("key", reference));
        var own = new Document("tenant", caller.tenant())
                .append("user", caller.user())
                .append("$or", named);
        return Optional.ofNullable(mongoCollection().find(own).first());
    }

    /// The sizes of what the caller announced and what has not expired.
    List<Long> open(Caller caller, Instant now) {
        var open = new Document("tenant", caller.tenant())
                .append("user", caller.user())
                .append("expiresAt", new Document("$gte", Date.from(now)));
        return mongoCollection().find(open).map(Upload::size).into(new ArrayList<>());
    }

    void remember(Upload upload, UploadedObjects.Fit found) {
        var seen = new Document("sha256", found.sha256()).append("etag", found.etag());
        mongoCollection().updateOne(new Document("_id", upload.id()), new Document("$set", seen));
    }

    /// @return how many
    long deleteExpired(Instant now) {
        var expired = new Document("expiresAt", new Document("$lt", Date.from(now)));
        return mongoCollection().deleteMany(expired).getDeletedCount();
    }
}
