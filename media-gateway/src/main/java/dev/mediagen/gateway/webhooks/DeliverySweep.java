package dev.mediagen.gateway.webhooks;

import com.mongodb.MongoException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Tries what is due: again, or because the gateway that recorded it did not come to it. Each webhook is served
/// on its own, so that a receiver that is down keeps only its own messages waiting. Running it on every replica is
/// harmless.
@ApplicationScoped
class DeliverySweep {
    private static final Logger LOG = Logger.getLogger(DeliverySweep.class);
    private static final int MANY = 200;
    /// A long log is looked at less often: it takes at most this share of the time.
    private static final int SHARE = 20;
    private final DeliveryStore deliveries;
    private final Courier courier;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private long notBefore = System.nanoTime();

    DeliverySweep(DeliveryStore deliveries, Courier courier) {
        this.deliveries = deliveries;
        this.courier = courier;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        long began = System.nanoTime();
        if (began < notBefore) return;
        try {
            deliveries.due(Instant.now(), List.copyOf(busy), MANY).stream()
                    .collect(Collectors.groupingBy(Delivery::webhook))
                    .forEach(this::serve);
        } catch (MongoException e) {
            LOG.warnf("deliveries not swept: %s", e.getMessage());
        }
        notBefore = System.nanoTime() + SHARE * (System.nanoTime() - began);
    }

    private void serve(String webhookId, List<Delivery> due) {
        if (!busy.add(webhookId)) return;
        Thread.startVirtualThread(() -> {
            try {
                due.forEach(courier::deliver);
            } finally {
                busy.remove(webhookId);
            }
        });
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        try {
            long forgotten = deliveries.deleteExpired(Instant.now());
            if (forgotten > 0) LOG.infof("forgot %d deliveries", forgotten);
        } catch (MongoException e) {
            LOG.warnf("deliveries not forgotten: %s", e.getMessage());
        }
    }
}
