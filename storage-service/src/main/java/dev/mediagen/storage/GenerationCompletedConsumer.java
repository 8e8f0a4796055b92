package dev.mediagen.storage;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.GenerationCompleted;
import dev.mediagen.contracts.GenerationFailed;
import dev.mediagen.worker.events.EventPublisher;
import dev.mediagen.worker.events.EventReader;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;

@ApplicationScoped
class GenerationCompletedConsumer {
    private static final Logger LOG = Logger.getLogger(GenerationCompletedConsumer.class);
    private final EventReader reader;
    private final EventPublisher publisher;
    private final Assets assets;

    GenerationCompletedConsumer(EventReader reader, EventPublisher publisher, Assets assets) {
        this.reader = reader;
        this.publisher = publisher;
        this.assets = assets;
    }

    @Incoming(GenerationCompleted.TOPIC)
    @RunOnVirtualThread
    void consume(ConsumerRecord<String, byte[]> raw) {
        reader.read(raw, GenerationCompleted.class, completion -> {
            if (completion.staged() != null) keep(completion);
        });
    }

    private void keep(GenerationCompleted completion) {
        String id = completion.generationId();
        try {
            var stored = assets.keep(completion);
            publisher.publish(id, stored);
            // nobody waits for this; after a crash in between, the message comes again
            assets.free(completion, stored);
        } catch (NotKeptException e) {
            LOG.errorf("%s %s not kept: %s", id, completion.part(), e.getMessage());
            publisher.publish(
                    id,
                    new GenerationFailed(
                            id,
                            completion.part(),
                            completion.epoch(),
                            completion.attempt(),
                            FailureCode.QUALITY_REJECTED,
                            "the result was damaged on its way to storage",
                            completion.provider(),
                            completion.chargeable()));
        } catch (SdkException e) {
            LOG.warnf("%s %s not kept yet, its worker will ask again: %s", id, completion.part(), e.getMessage());
        }
    }
}
