package dev.mediagen.worker.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.Topics;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/// Publishes messages, each to the topic of its record, in CloudEvents' binary form.
@ApplicationScoped
public class EventPublisher {
    private static final Logger LOG = Logger.getLogger(EventPublisher.class);
    private static final Pattern GENERATION_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private final MutinyEmitter<byte[]> emitter;
    private final String source;

    EventPublisher(
            @Channel("events") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> emitter,
            @ConfigProperty(name = "quarkus.application.name") String source) {
        this.emitter = emitter;
        this.source = source;
    }

    /// Returns once the broker has the message. Call it from a virtual thread.
    ///
    /// @param key usually the generationId; nobody relies on the order of messages
    /// @param message a record of the contracts
    /// @throws RuntimeException when the broker does not take it in time; the caller's sweep publishes it again
    public void publish(String key, Record message) {
        send(key, message).await().atMost(TIMEOUT);
    }

    /// Best effort, without waiting: for what is soon said again, such as progress.
    public void tell(String key, Record message) {
        send(key, message).subscribe().with(sent -> LOG.tracef("told %s", key), e -> LOG.debugf("not told: %s", e));
    }

    private Uni<Void> send(String key, Record message) {
        var metadata = OutgoingKafkaRecordMetadata.builder()
                .withTopic(Topics.of(message.getClass()))
                .withKey(key)
                .withHeaders(headers(key, message))
                .build();
        return emitter.sendMessage(Message.of(json(message)).addMetadata(metadata));
    }

    private RecordHeaders headers(String key, Record message) {
        var headers = new RecordHeaders();
        var values = Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_type",
                Topics.type(message.getClass()),
                "ce_source",
                "/mediagen/" + source,
                "ce_time",
                Instant.now().toString(),
                "content-type",
                "application/json");
        values.forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        traceparent(key).ifPresent(value -> headers.add("traceparent", value.getBytes(StandardCharsets.US_ASCII)));
        return headers;
    }

    /// W3C trace context: all that is said of a generation is one trace, whose id is the generation's.
    private static Optional<String> traceparent(String key) {
        if (key == null || !GENERATION_ID.matcher(key).matches()) return Optional.empty();
        long span = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        return Optional.of("00-%s-%016x-01".formatted(key.replace("-", ""), span));
    }

    private static byte[] json(Record message) {
        try {
            return ContractJson.mapper().writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a message: " + message.getClass(), e);
        }
    }
}
