package dev.mediagen.tts;

import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.SoundEffectRequested;
import dev.mediagen.worker.inbox.PartRequests;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class SoundEffectRequestedConsumer {
    private final PartRequests requests;

    SoundEffectRequestedConsumer(PartRequests requests) {
        this.requests = requests;
    }

    @Incoming(SoundEffectRequested.TOPIC)
    @RunOnVirtualThread
    void consume(ConsumerRecord<String, byte[]> raw) {
        requests.accept(raw, SoundEffectRequested.class, Part.AUDIO);
    }
}
