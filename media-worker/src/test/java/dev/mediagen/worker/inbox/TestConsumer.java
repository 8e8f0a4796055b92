package dev.mediagen.worker.inbox;

import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.SpeechRequested;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// The consumer that a worker service has per kind of request.
@ApplicationScoped
class TestConsumer {
    private final PartRequests requests;

    TestConsumer(PartRequests requests) {
        this.requests = requests;
    }

    @Incoming(SpeechRequested.TOPIC)
    @RunOnVirtualThread
    void requested(ConsumerRecord<String, byte[]> raw) {
        requests.accept(raw, SpeechRequested.class, Part.AUDIO);
    }
}
