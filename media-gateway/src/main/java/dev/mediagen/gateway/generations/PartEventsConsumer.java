package dev.mediagen.gateway.generations;

import dev.mediagen.contracts.AssetStored;
import dev.mediagen.contracts.GenerationCompleted;
import dev.mediagen.contracts.GenerationFailed;
import dev.mediagen.contracts.GenerationProgressed;
import dev.mediagen.worker.events.EventReader;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// What workers and storage say of the parts.
@ApplicationScoped
class PartEventsConsumer {
    private final EventReader reader;
    private final Generations generations;

    PartEventsConsumer(EventReader reader, Generations generations) {
        this.reader = reader;
        this.generations = generations;
    }

    @Incoming(GenerationProgressed.TOPIC)
    @RunOnVirtualThread
    void progressed(ConsumerRecord<String, byte[]> raw) {
        reader.read(
                raw,
                GenerationProgressed.class,
                e -> generations.change(e.generationId(), g -> g.progressed(e, Instant.now())));
    }

    @Incoming(GenerationCompleted.TOPIC)
    @RunOnVirtualThread
    void completed(ConsumerRecord<String, byte[]> raw) {
        reader.read(
                raw,
                GenerationCompleted.class,
                e -> generations.change(e.generationId(), g -> g.completed(e, Instant.now())));
    }

    @Incoming(GenerationFailed.TOPIC)
    @RunOnVirtualThread
    void failed(ConsumerRecord<String, byte[]> raw) {
        reader.read(
                raw,
                GenerationFailed.class,
                e -> generations.change(e.generationId(), g -> g.failed(e, Instant.now())));
    }

    @Incoming(AssetStored.TOPIC)
    @RunOnVirtualThread
    void stored(ConsumerRecord<String, byte[]> raw) {
        reader.read(raw, AssetStored.class, e -> generations.change(e.generationId(), g -> g.stored(e, Instant.now())));
    }
}
