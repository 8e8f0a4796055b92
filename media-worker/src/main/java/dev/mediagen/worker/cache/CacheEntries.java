package dev.mediagen.worker.cache;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// One document per key, `ttsCache` and `imageCache`. Who inserts it, or replaces it as it was seen, makes the
/// result.
@ApplicationScoped
class CacheEntries {
    private final MongoCollection<Document> entries;

    CacheEntries(
            MongoClient client,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            CacheConfig config) {
        entries = client.getDatabase(database).getCollection(config.collection().orElse("cache"));
    }

    void createIndexes() {
        entries.createIndex(new Document("cacheKey", 1), new IndexOptions().unique(true));
        entries.createIndex(new Document("expiresAt", 1), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    Optional<CacheEntry> find(String id) {
        return Optional.ofNullable(entries.find(new Document("_id", id)).first())
                .map(CacheEntry::new);
    }

    /// @return false when somebody else was faster
    boolean insert(CacheEntry entry) {
        try {
            entries.insertOne(entry.document());
            return true;
        } catch (MongoWriteException e) {
            if (duplicate(e)) return false;
            throw e;
        }
    }

    /// Replaces an entry unless another making of the key has begun since it was seen.
    boolean replace(String id, String claim, CacheEntry next) {
        return entries.replaceOne(new Document("_id", id).append("claim", claim), next.document())
                        .getMatchedCount()
                == 1;
    }

    /// Whoever else makes the same: a finished result is of use to all.
    void put(CacheEntry ready) {
        var id = new Document("_id", ready.id());
        try {
            entries.replaceOne(id, ready.document(), new ReplaceOptions().upsert(true));
        } catch (MongoWriteException e) {
            // inserted by another between look and write
            if (!duplicate(e)) throw e;
            entries.replaceOne(id, ready.document());
        }
    }

    /// Ends a making that has no result.
    void release(String id, String claim) {
        entries.deleteOne(
                new Document("_id", id).append("claim", claim).append("state", CacheEntry.State.MAKING.name()));
    }

    /// The TTL index does this, too, where the server has such indexes.
    void sweep(Instant now) {
        entries.deleteMany(new Document("expiresAt", new Document("$lt", Date.from(now))));
    }

    private static boolean duplicate(MongoWriteException e) {
        return ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
