package dev.mediagen.gateway.accounts;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.api.Cursor;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/// All movements of all accounts; nothing in it is ever changed.
@ApplicationScoped
class Ledger implements PanacheMongoRepositoryBase<Movement, String> {
    void createIndexes(@Observes StartupEvent event) {
        mongoCollection()
                .createIndex(new Document("tenant", 1).append("user", 1).append("at", -1));
    }

    /// Records what is not there yet.
    void record(List<Movement> movements) {
        if (movements.isEmpty()) return;
        try {
            mongoCollection().insertMany(movements, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            boolean there = e.getWriteErrors().stream()
                    .allMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
            if (!there || e.getWriteConcernError() != null) throw e;
        }
    }

    boolean has(Movement movement) {
        return findById(movement.id()) != null;
    }

    /// Newest first.
    ///
    /// @param after null for the first page
    List<Movement> of(Caller caller, Cursor after, int limit) {
        var mine = Filters.and(Filters.eq("tenant", caller.tenant()), Filters.eq("user", caller.user()));
        return mongoCollection()
                .find(after == null ? mine : Filters.and(mine, after.after("at")))
                .sort(new Document("at", -1).append("_id", -1))
                .limit(limit)
                .into(new ArrayList<>());
    }
}
