package dev.mediagen.gateway.voices;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.api.Problem;
import dev.mediagen.gateway.api.ProblemException;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/// Voices that callers registered, in MongoDB.
@ApplicationScoped
class OwnVoices implements PanacheMongoRepositoryBase<OwnVoice, String> {
    private static final int MOST = 200;
    private static final Duration RETRY_AFTER = Duration.ofHours(1);

    void createIndexes(@Observes StartupEvent event) {
        mongoCollection()
                .createIndex(
                        new Document("tenant", 1).append("user", 1).append("nameKey", 1),
                        new IndexOptions().unique(true));
    }

    List<OwnVoice> of(Caller caller) {
        return mongoCollection()
                .find(owner(caller))
                .sort(new Document("nameKey", 1))
                .into(new ArrayList<>());
    }

    /// @param reference its name in any case, or its id
    Optional<OwnVoice> find(Caller caller, String reference) {
        var named = List.of(new Document("nameKey", OwnVoice.key(reference)), new Document("_id", reference.strip()));
        return Optional.ofNullable(
                mongoCollection().find(owner(caller).append("$or", named)).first());
    }

    /// @throws ProblemException 409 when the caller has one of that name, 429 when it has as many as anybody may
    void register(Caller caller, OwnVoice voice) {
        if (mongoCollection().countDocuments(owner(caller)) >= MOST)
            throw ProblemException.quota("you have %d voices already".formatted(MOST), RETRY_AFTER);
        try {
            persist(voice);
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) throw e;
            var field = new Problem.Field("name", "is the name of another voice of yours");
            throw new ProblemException(409, "NAME_TAKEN", "name " + field.message(), false, List.of(field));
        }
    }

    /// @return whether there was one
    boolean remove(Caller caller, String id) {
        return mongoCollection().deleteOne(owner(caller).append("_id", id)).getDeletedCount() > 0;
    }

    private static Document owner(Caller caller) {
        return new Document("tenant", caller.tenant()).append("user", caller.user());
    }
}
