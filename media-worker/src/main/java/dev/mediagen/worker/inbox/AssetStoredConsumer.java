package dev.mediagen.worker.inbox;

import dev.mediagen.contracts.AssetStored;
import dev.mediagen.worker.events.EventReader;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// What storage keeps is owed no longer. Every worker hears of every part; those of others are not in its inbox.
@ApplicationScoped
class AssetStoredConsumer {
    private final EventReader reader;
    private final Inbox inbox;

    AssetStoredConsumer(EventReader reader, Inbox inbox) {
        this.reader = reader;
        this.inbox = inbox;
    }

    @Incoming(AssetStored.TOPIC)
    @RunOnVirtualThread
    void consume(ConsumerRecord<String, byte[]> raw) {
        reader.read(raw, AssetStored.class, stored -> inbox.done(InboxEntry.id(stored.generationId(), stored.part())));
    }
}
