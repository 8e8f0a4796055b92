package dev.mediagen.tts;

import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.worker.inbox.PartRequests;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class SpeechRequestedConsumer {
    private final PartRequests requests;

    SpeechRequestedConsumer(PartRequests requests) {
        this.requests = requests;
    }

    @Incoming(SpeechRequested.TOPIC)
    @RunOnVirtualThread
    void consume(ConsumerRecord<String, byte[]> raw) {
        requests.accept(raw, SpeechRequested.class, Part.AUDIO);
    }
}
