package dev.mediagen.worker.events;

import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.DeadLetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/// Reads records and hands them on; what cannot be read or handled goes to `dead-letters` and never stops a
/// consumer.
@ApplicationScoped
public class EventReader {
    private static final Logger LOG = Logger.getLogger(EventReader.class);
    private static final Duration[] PAUSES = {Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(3)};
    private static final int MAX_DEAD_VALUE = 16 * 1024;
    private final EventPublisher publisher;
    private final String consumer;

    EventReader(EventPublisher publisher, @ConfigProperty(name = "quarkus.application.name") String consumer) {
        this.publisher = publisher;
        this.consumer = consumer;
    }

    /// @param handler idempotent: it sees a record again after a crash, and again when it threw
    /// @return false for a record that nobody can ever read; one that could not be handled is asked for again
    /// elsewhere
    public <T extends Record> boolean read(ConsumerRecord<String, byte[]> raw, Class<T> type, Consumer<T> handler) {
        MDC.put("generationId", String.valueOf(raw.key()));
        try {
            if (raw.value() == null) throw new IOException("no value");
            T message = ContractJson.mapper().readValue(raw.value(), type);
            if (message == null) throw new IOException("null");
            handle(message, handler);
        } catch (IOException e) {
            bury(raw, "unreadable " + type.getSimpleName() + ": " + e.getClass().getSimpleName());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.errorf(e, "gave up on %s %s", type.getSimpleName(), raw.key());
            bury(raw, "not handled: " + e.getClass().getSimpleName());
        } finally {
            MDC.remove("generationId");
        }
        return true;
    }

    private <T> void handle(T message, Consumer<T> handler) throws InterruptedException {
        for (Duration pause : PAUSES) {
            try {
                handler.accept(message);
                return;
            } catch (RuntimeException e) {
                LOG.warnf("%s, again in %s: %s", message.getClass().getSimpleName(), pause, e);
                Thread.sleep(pause);
            }
        }
        handler.accept(message);
    }

    private void bury(ConsumerRecord<String, byte[]> raw, String reason) {
        byte[] value = raw.value() == null ? new byte[0] : raw.value();
        String shown = new String(value, 0, Math.min(value.length, MAX_DEAD_VALUE), StandardCharsets.UTF_8);
        var letter = new DeadLetter(raw.topic(), raw.partition(), raw.offset(), raw.key(), consumer, reason, shown);
        LOG.warnf("dead letter from %s[%d]@%d: %s", raw.topic(), raw.partition(), raw.offset(), reason);
        try {
            publisher.publish(raw.key(), letter);
        } catch (RuntimeException e) {
            LOG.errorf(e, "dead letter not published: %s", letter);
        }
    }
}
