package dev.mediagen.gateway.generations.watch;

import dev.mediagen.contracts.GenerationUpdated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// What all gateways announce; each gateway hears all of it.
@ApplicationScoped
class GenerationUpdatedConsumer {
    private final Watchers watchers;

    GenerationUpdatedConsumer(Watchers watchers) {
        this.watchers = watchers;
    }

    @Incoming(GenerationUpdated.TOPIC)
    @RunOnVirtualThread
    void consume(ConsumerRecord<String, byte[]> raw) {
        if (raw.key() != null) watchers.look(raw.key());
    }
}
