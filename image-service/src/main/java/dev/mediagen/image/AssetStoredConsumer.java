package dev.mediagen.image;

import dev.mediagen.contracts.AssetStored;
import dev.mediagen.worker.inbox.PartRequests;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// What storage keeps is owed no longer.
@ApplicationScoped
class AssetStoredConsumer {
    private final PartRequests requests;

    AssetStoredConsumer(PartRequests requests) {
        this.requests = requests;
    }

    @Incoming(AssetStored.TOPIC)
    @RunOnVirtualThread
    void consume(ConsumerRecord<String, byte[]> raw) {
        requests.stored(raw);
    }
}
