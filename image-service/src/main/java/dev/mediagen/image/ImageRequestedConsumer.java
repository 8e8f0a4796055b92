package dev.mediagen.image;

import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.contracts.Part;
import dev.mediagen.worker.inbox.PartRequests;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class ImageRequestedConsumer {
    private final PartRequests requests;

    ImageRequestedConsumer(PartRequests requests) {
        this.requests = requests;
    }

    @Incoming(ImageRequested.TOPIC)
    @RunOnVirtualThread
    void consume(ConsumerRecord<String, byte[]> raw) {
        requests.accept(raw, ImageRequested.class, Part.IMAGE);
    }
}
