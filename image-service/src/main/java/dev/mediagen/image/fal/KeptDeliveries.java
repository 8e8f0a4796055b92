package dev.mediagen.image.fal;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Deliveries in MongoDB.
@ApplicationScoped
class KeptDeliveries implements FalDeliveries {
    private static final Logger LOG = Logger.getLogger(KeptDeliveries.class);
    private final MongoCollection<Document> deliveries;
    private final AtomicBoolean indexed = new AtomicBoolean();

    KeptDeliveries(MongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        deliveries = client.getDatabase(database).getCollection("falDeliveries");
    }

    @Override
    public void keep(Delivery delivery) {
        index();
        var first = new Document("submission", delivery.submission())
                .append("status", delivery.status())
                .append("receivedAt", Date.from(delivery.receivedAt()))
                .append("expiresAt", Date.from(delivery.expiresAt()));
        deliveries.updateOne(
                new Document("_id", delivery.requestId()),
                new Document("$setOnInsert", first),
                new UpdateOptions().upsert(true));
    }

    @Override
    public Optional<String> requestId(String submission) {
        try {
            return Optional.ofNullable(deliveries
                            .find(new Document("submission", submission))
                            .first())
                    .map(found -> found.getString("_id"));
        } catch (MongoException e) {
            LOG.warnf("fal's webhooks cannot be looked up now: %s", e.getMessage());
            return Optional.empty();
        }
    }

    /// Only where webhooks arrive at all.
    void start(@Observes StartupEvent event, FalImageConfig config) {
        if (config.webhookUrl().isEmpty()) return;
        try {
            index();
        } catch (MongoException e) {
            LOG.warnf("indexes of fal's webhooks follow with the first: %s", e.getMessage());
        }
    }

    private void index() {
        if (indexed.get()) return;
        deliveries.createIndex(new Document("submission", 1));
        deliveries.createIndex(new Document("expiresAt", 1), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
        indexed.set(true);
    }
}
