package dev.mediagen.gateway.generations;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.api.Cursor;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;

/// Generations in MongoDB. Only the gateway writes them.
@ApplicationScoped
class GenerationStore implements PanacheMongoRepositoryBase<Generation, String> {
    private static final Duration UNDER_WAY = Duration.ofMinutes(1);
    private static final int MOST = 1_000;
    /// What this replica wrote last of generations under way: most changes meet no other, and need not be read for.
    private final Cache<String, Generation> recent;

    GenerationStore(MeterRegistry meters) {
        recent = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(UNDER_WAY)
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(meters, recent, "generations");
    }

    void createIndexes(@Observes StartupEvent event) {
        mongoCollection().createIndex(new Document("open", 1), new IndexOptions());
        mongoCollection().createIndex(new Document("status", 1).append("terms.startAt", 1));
        mongoCollection()
                .createIndex(new Document("tenant", 1).append("user", 1).append("createdAt", -1));
    }

    record Change(Generation before, Generation after) {}

    /// Records a new one.
    ///
    /// @return false when its id was taken
    boolean add(Generation generation) {
        try {
            persist(generation);
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) return false;
            throw e;
        }
        if (generation.open()) recent.put(generation.id(), generation);
        return true;
    }

    /// Applies a change until it meets no other; a change that returns its argument is not written.
    ///
    /// @return empty when there is no such generation or nothing changed
    Optional<Change> change(String id, UnaryOperator<Generation> change) {
        var before = recent.getIfPresent(id);
        if (before != null) {
            var after = change.apply(before);
            if (after != before && replace(before, after)) return Optional.of(new Change(before, after));
        }
        // nothing remembered, or nothing to change in it, or another replica was faster
        while (true) {
            before = findById(id);
            if (before == null) return Optional.empty();
            var after = change.apply(before);
            if (after == before) return Optional.empty();
            if (replace(before, after)) return Optional.of(new Change(before, after));
        }
    }

    /// As it is now. An end that was written here is final, and needs no reading.
    Generation current(String id) {
        var known = recent.getIfPresent(id);
        return known != null && known.status().terminal() ? known : findById(id);
    }

    private boolean replace(Generation before, Generation after) {
        var seen = new Document("_id", before.id()).append("version", before.version());
        boolean written = mongoCollection().replaceOne(seen, after).getMatchedCount() == 1;
        if (written && after.open()) recent.put(after.id(), after);
        else recent.invalidate(before.id());
        return written;
    }

    /// Nothing is left to do, and everybody was told.
    void close(Generation ended) {
        var seen = new Document("_id", ended.id()).append("version", ended.version());
        var closed = new Document("$set", new Document("open", false)).append("$inc", new Document("version", 1L));
        mongoCollection().updateOne(seen, closed);
        recent.invalidate(ended.id());
    }

    /// What is under way, or not announced.
    List<Generation> open() {
        var waiting = new Document("$ne", Status.THROTTLED.json());
        return mongoCollection()
                .find(new Document("open", true).append("status", waiting))
                .into(new ArrayList<>());
    }

    Iterable<Generation> find(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : mongoCollection().find(Filters.in("_id", ids));
    }

    /// Newest first.
    List<Generation> list(Caller caller, Generations.Filter filter, Cursor after, int limit) {
        var conditions = new ArrayList<Bson>();
        conditions.add(Filters.eq("tenant", caller.tenant()));
        conditions.add(Filters.eq("user", caller.user()));
        if (filter.kind() != null)
            conditions.add(Filters.eq("request.type", filter.kind().json()));
        if (filter.status() != null)
            conditions.add(Filters.eq("status", filter.status().json()));
        if (after != null) conditions.add(after.after("createdAt"));
        return mongoCollection()
                .find(Filters.and(conditions))
                .sort(new Document("createdAt", -1).append("_id", -1))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /// Throttled ones whose time has come.
    List<Generation> due(Instant now) {
        var time = new Document("$lte", Date.from(now));
        return mongoCollection()
                .find(new Document("status", Status.THROTTLED.json()).append("terms.startAt", time))
                .into(new ArrayList<>());
    }
}
