package dev.mediagen.local.servers;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;

/// For tests: everything that is said on some topics, from their beginning. Needs kafka-clients on the class path
/// of the test.
public final class TopicLog implements AutoCloseable {
    private final Queue<ConsumerRecord<String, String>> records = new ConcurrentLinkedQueue<>();
    private final KafkaConsumer<String, String> consumer;
    private final Thread reader;

    private TopicLog(KafkaConsumer<String, String> consumer) {
        this.consumer = consumer;
        this.reader = Thread.ofPlatform().daemon().name("topic-log").start(this::read);
    }

    public static TopicLog of(String bootstrapServers, String... topics) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                "topic-log-" + System.nanoTime(),
                "auto.offset.reset",
                "earliest",
                "metadata.max.age.ms",
                500);
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        consumer.subscribe(List.of(topics));
        return new TopicLog(consumer);
    }

    /// Values of one topic and one key, oldest first.
    public List<String> values(String topic, String key) {
        return records.stream()
                .filter(r -> r.topic().equals(topic) && Objects.equals(r.key(), key))
                .map(ConsumerRecord::value)
                .toList();
    }

    /// Keys of one topic, oldest record first.
    public List<String> keys(String topic) {
        return records.stream()
                .filter(r -> r.topic().equals(topic))
                .map(ConsumerRecord::key)
                .toList();
    }

    /// Headers of the oldest record of one topic and one key.
    public Map<String, String> headers(String topic, String key) {
        var headers = new HashMap<String, String>();
        records.stream()
                .filter(r -> r.topic().equals(topic) && Objects.equals(r.key(), key))
                .findFirst()
                .ifPresent(r ->
                        r.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8))));
        return headers;
    }

    private void read() {
        try (consumer) {
            while (true) consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        } catch (WakeupException closed) {
            records.clear();
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
