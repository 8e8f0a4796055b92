package dev.mediagen.worker.inbox;

import dev.mediagen.contracts.AssetStored;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.SpeechRequested;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// The consumers that every worker service has.
@ApplicationScoped
class TestConsumers {
    private final PartRequests requests;

    TestConsumers(PartRequests requests) {
        this.requests = requests;
    }

    @Incoming(SpeechRequested.TOPIC)
    @RunOnVirtualThread
    void requested(ConsumerRecord<String, byte[]> raw) {
        requests.accept(raw, SpeechRequested.class, Part.AUDIO);
    }

    @Incoming(AssetStored.TOPIC)
    @RunOnVirtualThread
    void stored(ConsumerRecord<String, byte[]> raw) {
        requests.stored(raw);
    }
}
