package dev.mediagen.gateway.idempotency;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.gateway.api.RequestDigest;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// One start per key, whichever gateway is asked and however often.
@ApplicationScoped
public class IdempotencyKeys implements PanacheMongoRepositoryBase<IdempotencyKey, String> {
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");
    /// A gateway that has not accepted by then is gone; its client asks again, and is accepted in its stead.
    private static final Duration ACCEPTING = Duration.ofSeconds(15);
    private final Duration keep;

    IdempotencyKeys(@ConfigProperty(name = "media.idempotency.keep", defaultValue = "24h") Duration keep) {
        this.keep = keep;
    }

    /// @param generationId to be accepted under
    /// @param repeated whether the key was used before; then there may be such a generation already
    public record Claim(String key, String generationId, boolean repeated) {}

    /// The database drops what has expired; what it has not dropped yet is used anew.
    void createIndexes(@Observes StartupEvent event) {
        mongoCollection()
                .createIndex(new Document("expiresAt", 1), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    /// @param key as the caller sent it; null: there is none, and everything is new
    /// @param request SHA-256 of path and body
    /// @throws ProblemException 400 for a key of the wrong form, 422 for a key of another body
    public Claim claim(Caller caller, String key, String request) {
        if (key == null) return new Claim(null, UUID.randomUUID().toString(), false);
        if (!FORM.matcher(key).matches())
            throw ProblemException.invalid("Idempotency-Key", "must be 1 to 255 printable ASCII characters");
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String id = RequestDigest.of(caller.tenant(), caller.user(), key);
        var claimed = new IdempotencyKey(id, request, UUID.randomUUID().toString(), now, now.plus(keep));
        while (!add(claimed)) {
            var known = findById(id);
            if (known == null) continue;
            if (known.expiresAt().isAfter(now)) return repeat(known, request);
            mongoCollection().deleteOne(seen(known));
        }
        return new Claim(id, claimed.generationId(), false);
    }

    private static Claim repeat(IdempotencyKey known, String request) {
        if (!known.request().equals(request))
            throw new ProblemException(
                    422, "IDEMPOTENCY_MISMATCH", "this Idempotency-Key belongs to another request", false, null);
        return new Claim(known.id(), known.generationId(), true);
    }

    private boolean add(IdempotencyKey claimed) {
        try {
            persist(claimed);
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) return false;
            throw e;
        }
    }

    /// Accepts in the stead of a gateway that did not come to it.
    ///
    /// @throws ProblemException 409 while it may still do so
    public void takeOver(Claim claim) {
        var known = findById(claim.key());
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        boolean late = known != null && known.claimedAt().plus(ACCEPTING).isBefore(now);
        var renewed = new Document("$set", new Document("claimedAt", Date.from(now)));
        if (late && mongoCollection().updateOne(seen(known), renewed).getModifiedCount() == 1) return;
        throw new ProblemException(
                409, "IDEMPOTENCY_IN_PROGRESS", "the first request with this key is being accepted", true, null);
    }

    /// What was refused may be tried again under the same key.
    public void release(Claim claim) {
        if (claim.key() != null) deleteById(claim.key());
    }

    private static Document seen(IdempotencyKey known) {
        return new Document("_id", known.id())
                .append("generationId", known.generationId())
                .append("claimedAt", Date.from(known.claimedAt()));
    }
}
