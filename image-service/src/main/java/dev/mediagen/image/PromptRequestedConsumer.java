package dev.mediagen.image;

import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.PromptRequested;
import dev.mediagen.worker.inbox.PartRequests;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class PromptRequestedConsumer {
    private final PartRequests requests;

    PromptRequestedConsumer(PartRequests requests) {
        this.requests = requests;
    }

    @Incoming(PromptRequested.TOPIC)
    @RunOnVirtualThread
    void consume(ConsumerRecord<String, byte[]> raw) {
        requests.accept(raw, PromptRequested.class, Part.PROMPT);
    }
}
