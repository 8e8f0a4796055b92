package dev.mediagen.worker.inbox;

import dev.mediagen.contracts.GenerationCancelled;
import dev.mediagen.worker.events.EventReader;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Whoever works on a cancelled part sees it in the inbox, before each paid call.
@ApplicationScoped
class GenerationCancelledConsumer {
    private final EventReader reader;
    private final Inbox inbox;

    GenerationCancelledConsumer(EventReader reader, Inbox inbox) {
        this.reader = reader;
        this.inbox = inbox;
    }

    @Incoming(GenerationCancelled.TOPIC)
    @RunOnVirtualThread
    void consume(ConsumerRecord<String, byte[]> raw) {
        reader.read(raw, GenerationCancelled.class, inbox::cancel);
    }
}
