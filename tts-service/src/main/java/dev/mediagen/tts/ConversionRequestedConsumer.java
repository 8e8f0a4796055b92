package dev.mediagen.tts;

import dev.mediagen.contracts.ConversionRequested;
import dev.mediagen.contracts.Part;
import dev.mediagen.worker.inbox.PartRequests;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class ConversionRequestedConsumer {
    private final PartRequests requests;

    ConversionRequestedConsumer(PartRequests requests) {
        this.requests = requests;
    }

    @Incoming(ConversionRequested.TOPIC)
    @RunOnVirtualThread
    void consume(ConsumerRecord<String, byte[]> raw) {
        requests.accept(raw, ConversionRequested.class, Part.AUDIO);
    }
}
