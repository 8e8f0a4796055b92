package dev.mediagen.alignment;

import dev.mediagen.contracts.AlignmentRequested;
import dev.mediagen.contracts.Part;
import dev.mediagen.worker.inbox.PartRequests;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class AlignmentRequestedConsumer {
    private final PartRequests requests;

    AlignmentRequestedConsumer(PartRequests requests) {
        this.requests = requests;
    }

    @Incoming(AlignmentRequested.TOPIC)
    @RunOnVirtualThread
    void consume(ConsumerRecord<String, byte[]> raw) {
        requests.accept(raw, AlignmentRequested.class, Part.ALIGNMENT);
    }
}
