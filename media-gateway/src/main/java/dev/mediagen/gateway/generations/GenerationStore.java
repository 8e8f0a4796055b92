package dev.mediagen.gateway.generations;

import com.mongodb.client.model.IndexOptions;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;

/// Generations in MongoDB. Only the gateway writes them.
@ApplicationScoped
class GenerationStore implements PanacheMongoRepositoryBase<Generation, String> {
    void createIndexes(@Observes StartupEvent event) {
        mongoCollection().createIndex(new Document("open", 1), new IndexOptions());
        mongoCollection()
                .createIndex(new Document("tenant", 1).append("user", 1).append("createdAt", -1));
    }

    record Change(Generation before, Generation after) {}

    /// Applies a change until it meets no other; a change that returns its argument is not written.
    ///
    /// @return empty when there is no such generation or nothing changed
    Optional<Change> change(String id, UnaryOperator<Generation> change) {
        while (true) {
            var before = findById(id);
            if (before == null) return Optional.empty();
            var after = change.apply(before);
            if (after == before) return Optional.empty();
            var seen = new Document("_id", id).append("version", before.version());
            if (mongoCollection().replaceOne(seen, after).getMatchedCount() == 1)
                return Optional.of(new Change(before, after));
        }
    }

    /// What is not done or not announced.
    List<Generation> open() {
        return mongoCollection().find(new Document("open", true)).into(new ArrayList<>());
    }
}
