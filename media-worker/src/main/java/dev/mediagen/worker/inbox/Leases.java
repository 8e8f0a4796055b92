package dev.mediagen.worker.inbox;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Who is alive. Each replica raises a counter of its own; the others watch it against their own monotonic clocks,
/// so no wall clock is trusted. One counter per replica, not per part: thousands of parts in flight cost one write
/// a beat.
@ApplicationScoped
public class Leases {
    private final MongoCollection<Document> replicas;
    private final long leaseNanos;
    private final String self = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    private volatile long lookedAt = System.nanoTime();
    private final Map<String, Sight> seen = new ConcurrentHashMap<>();

    private record Sight(long renewals, long since) {}

    Leases(
            MongoClient client,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            WorkerConfig config) {
        replicas = client.getDatabase(database).getCollection(config.inbox() + "Replicas");
        leaseNanos = config.lease().toNanos();
    }

    /// This replica's own name: its process id, and something new at each start.
    public String self() {
        return self;
    }

    void renew() {
        replicas.updateOne(
                new Document("_id", self),
                new Document("$inc", new Document("renewals", 1L)),
                new UpdateOptions().upsert(true));
    }

    /// Looks at everybody's counter. After a pause of its own (the database or this machine was away) nobody is
    /// judged by what could not be seen meanwhile.
    void watch() {
        for (Document replica : replicas.find()) {
            long renewals = ((Number) replica.get("renewals")).longValue();
            seen.merge(
                    replica.getString("_id"),
                    new Sight(renewals, System.nanoTime()),
                    (before, now) -> before.renewals() == now.renewals() ? before : now);
        }
        long now = System.nanoTime();
        if (now - lookedAt > leaseNanos / 2) seen.replaceAll((owner, sight) -> new Sight(sight.renewals(), now));
        lookedAt = now;
    }

    /// Whether a replica has lost its parts. One never heard of gets a lease's time to show itself; while nobody is
    /// watched, nobody is judged.
    public boolean lost(String owner) {
        if (self.equals(owner) || System.nanoTime() - lookedAt > leaseNanos) return false;
        var sight = seen.computeIfAbsent(owner, unknown -> new Sight(-1, System.nanoTime()));
        return System.nanoTime() - sight.since() > leaseNanos;
    }

    /// Removes replicas that are long gone.
    void forgetLost() {
        seen.keySet().stream().filter(this::lost).toList().forEach(this::forget);
    }

    void forget(String owner) {
        replicas.deleteOne(new Document("_id", owner));
        seen.remove(owner);
    }
}
