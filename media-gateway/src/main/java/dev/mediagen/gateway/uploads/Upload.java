package dev.mediagen.gateway.uploads;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.gateway.access.Caller;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// A file that a caller said it would put into our bucket.
///
/// @param key made here, never by a caller
/// @param size bytes, as announced; the store accepts no other
/// @param expiresAt nothing may refer to it any more
/// @param sha256 lower-case hex digest once it has been looked at, else null
/// @param etag of the very bytes that were looked at: whoever has the URL may put others there while it is valid
@MongoEntity(collection = "uploads")
record Upload(
        @JsonProperty("_id") String id,
        String tenant,
        String user,
        String key,
        UploadType contentType,
        long size,
        Instant createdAt,
        Instant expiresAt,
        String sha256,
        String etag) {
    /// Everything below it is temporary.
    static final String PREFIX = "uploads/";

    private static final Duration KEPT = Duration.ofHours(24);

    static Upload of(Caller caller, UploadType type, long size, Instant now) {
        String id = UUID.randomUUID().toString();
        String key = "%s%s/%s.%s".formatted(PREFIX, caller.tenant(), id, type.extension());
        return new Upload(id, caller.tenant(), caller.user(), key, type, size, now, now.plus(KEPT), null, null);
    }

    StagedAsset claim(String digest) {
        return new StagedAsset(key, contentType.mediaType(), size, digest);
    }
}
