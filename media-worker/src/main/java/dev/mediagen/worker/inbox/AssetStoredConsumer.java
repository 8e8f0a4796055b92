package dev.mediagen.worker.inbox;

import dev.mediagen.contracts.AssetStored;
import dev.mediagen.contracts.Part;
import dev.mediagen.worker.events.EventReader;
import dev.mediagen.worker.parts.PartHandler;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// What storage keeps is owed no longer. Every worker hears of every part, and leaves those of others alone.
@ApplicationScoped
class AssetStoredConsumer {
    private final EventReader reader;
    private final Inbox inbox;
    private final Set<Part> ours;

    AssetStoredConsumer(EventReader reader, Inbox inbox, @Any Instance<PartHandler<?>> handlers) {
        this.reader = reader;
        this.inbox = inbox;
        this.ours = handlers.stream().map(PartHandler::part).collect(Collectors.toSet());
    }

    @Incoming(AssetStored.TOPIC)
    @RunOnVirtualThread
    void consume(ConsumerRecord<String, byte[]> raw) {
        reader.read(raw, AssetStored.class, stored -> {
            if (ours.contains(stored.part())) inbox.done(InboxEntry.id(stored.generationId(), stored.part()));
        });
    }
}
