package dev.mediagen.worker.cache;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.worker.parts.PartResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// The bytes of cached results, below `cache/{tenant}/` of our bucket. Each object is written down, with the time of
/// its end, before it exists: entries may be lost or replaced, their objects never stay behind.
@ApplicationScoped
class CachedObjects {
    private static final Logger LOG = Logger.getLogger(CachedObjects.class);
    private static final int AT_ONCE = 500;
    private final S3Client s3;
    private final String bucket;
    private final MongoCollection<Document> ends;

    /// @param etag the store's mark of these bytes: whoever changes the object changes it
    record Kept(String key, String etag, long size) {}

    record Copies(PartResult result, List<Kept> objects) {}

    CachedObjects(
            S3Client s3,
            @ConfigProperty(name = "media.bucket") String bucket,
            MongoClient client,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            CacheConfig config) {
        this.s3 = s3;
        this.bucket = bucket;
        this.ends =
                client.getDatabase(database).getCollection(config.collection().orElse("cache") + "Objects");
    }

    void createIndexes() {
        ends.createIndex(new Document("deleteAfter", 1));
    }

    /// Copies inside the store what a result points at.
    Copies copy(CacheKey key, PartResult made, Instant deleteAfter) {
        var objects = new ArrayList<Kept>();
        var result = ClaimChecks.moved(made, staged -> copy(key, staged, deleteAfter, objects));
        return new Copies(result, List.copyOf(objects));
    }

    private StagedAsset copy(CacheKey key, StagedAsset staged, Instant deleteAfter, List<Kept> objects) {
        String extension = staged.key().substring(staged.key().lastIndexOf('.'));
        String copy = "cache/%s/%s/%s%s".formatted(key.tenant(), key.hash(), UUID.randomUUID(), extension);
        ends.insertOne(new Document("_id", copy).append("deleteAfter", Date.from(deleteAfter)));
        s3.copyObject(b -> b.sourceBucket(bucket)
                .sourceKey(staged.key())
                .destinationBucket(bucket)
                .destinationKey(copy)
                .metadataDirective(MetadataDirective.REPLACE)
                .contentType(staged.mediaType()));
        var head = s3.headObject(b -> b.bucket(bucket).key(copy));
        objects.add(new Kept(copy, head.eTag(), head.contentLength()));
        return new StagedAsset(copy, staged.mediaType(), staged.size(), staged.sha256());
    }

    byte[] bytes(StagedAsset object) {
        return s3.getObjectAsBytes(b -> b.bucket(bucket).key(object.key())).asByteArray();
    }

    /// Whether all objects of an entry are there as they were kept; what can be is put back.
    boolean intact(CacheEntry entry) {
        return entry.objects().stream().allMatch(object -> unchanged(object) || putBack(object, entry));
    }

    private boolean unchanged(Kept object) {
        try {
            var head = s3.headObject(b -> b.bucket(bucket).key(object.key()));
            return head.contentLength() == object.size() && head.eTag().equals(object.etag());
        } catch (NoSuchKeyException e) {
            return false;
        } catch (SdkException e) {
            LOG.warnf("%s not checked; storage does before it keeps it: %s", object.key(), e.getMessage());
            return true;
        }
    }

    private boolean putBack(Kept object, CacheEntry entry) {
        var staged = entry.result().staged();
        if (entry.binary().isEmpty() || !staged.key().equals(object.key())) return false;
        var bytes = RequestBody.fromBytes(entry.binary().get());
        try {
            s3.putObject(b -> b.bucket(bucket).key(object.key()).contentType(staged.mediaType()), bytes);
            return true;
        } catch (SdkException e) {
            LOG.warnf("%s not put back: %s", object.key(), e.getMessage());
            return false;
        }
    }

    /// Deletes objects whose end has come.
    void sweep(Instant now) {
        var due = new Document("deleteAfter", new Document("$lt", Date.from(now)));
        for (Document object : ends.find(due).limit(AT_ONCE).into(new ArrayList<>())) {
            s3.deleteObject(b -> b.bucket(bucket).key(object.getString("_id")));
            ends.deleteOne(new Document("_id", object.getString("_id")));
        }
    }
}
