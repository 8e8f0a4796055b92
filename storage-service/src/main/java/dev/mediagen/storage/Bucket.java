package dev.mediagen.storage;

import dev.mediagen.contracts.KeptObject;
import dev.mediagen.contracts.StagedAsset;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The kept objects. Only this service writes and deletes them.
@ApplicationScoped
class Bucket {
    private static final Logger LOG = Logger.getLogger(Bucket.class);
    /// Marks what is kept, for browsers and for everybody who deletes.
    private static final String IMMUTABLE = "immutable";

    private static final String FOR_EVER = "private, max-age=31536000, " + IMMUTABLE;
    private final S3Client s3;
    private final String name;
    private volatile boolean made;

    Bucket(S3Client s3, @ConfigProperty(name = "media.bucket") String name) {
        this.s3 = s3;
        this.name = name;
    }

    /// Makes the bucket where it is missing, as on a laptop; tries until the store answers.
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void create() {
        if (made) return;
        try {
            s3.headBucket(b -> b.bucket(name));
            made = true;
        } catch (NoSuchBucketException e) {
            s3.createBucket(b -> b.bucket(name));
            made = true;
            LOG.infof("created bucket %s", name);
        } catch (SdkException e) {
            LOG.warnf("bucket %s not checked: %s", name, e.getMessage());
        }
    }

    /// Copies a staged object to its kept key inside the store.
    KeptObject keep(StagedAsset staged, String key) {
        s3.copyObject(b -> b.sourceBucket(name)
                .sourceKey(staged.key())
                .destinationBucket(name)
                .destinationKey(key)
                .metadataDirective(MetadataDirective.REPLACE)
                .contentType(staged.mediaType())
                .cacheControl(FOR_EVER));
        return new KeptObject(key, staged.mediaType(), staged.size(), staged.sha256());
    }

    /// The bytes of an object, as they arrive.
    InputStream open(String key) {
        return s3.getObject(b -> b.bucket(name).key(key));
    }

    void delete(String key) {
        s3.deleteObject(b -> b.bucket(name).key(key));
    }

    /// Looks once more before it deletes: a list is old as soon as it is made.
    ///
    /// @return false when the object has changed since, or is marked as kept
    boolean deleteUnlessKept(String key, Instant since) {
        try {
            var head = s3.headObject(b -> b.bucket(name).key(key));
            boolean kept = head.cacheControl() != null && head.cacheControl().contains(IMMUTABLE);
            if (kept || !head.lastModified().isBefore(since)) return false;
            delete(key);
            return true;
        } catch (NoSuchKeyException e) {
            return false;
        }
    }

    /// Keys of the objects that have not changed since, a thousand at a time.
    Iterable<Set<String>> pages(String prefix, Instant since) {
        return () -> s3.listObjectsV2Paginator(b -> b.bucket(name).prefix(prefix)).stream()
                .map(page -> page.contents().stream()
                        .filter(object -> object.lastModified().isBefore(since))
                        .map(S3Object::key)
                        .collect(Collectors.toSet()))
                .iterator();
    }
}
