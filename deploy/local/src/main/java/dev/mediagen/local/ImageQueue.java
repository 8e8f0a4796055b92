package dev.mediagen.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mediagen.contracts.AssetStored;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.GenerationFailed;
import dev.mediagen.contracts.ImageFormat;
import dev.mediagen.contracts.ImageMode;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.local.servers.TopicLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/// The topic that image-service works from, and what is said of the jobs that are put there.
final class ImageQueue implements AutoCloseable {
    private final KafkaProducer<String, String> producer;
    private final TopicLog log;

    ImageQueue(String kafka) {
        producer =
                new KafkaProducer<>(Map.of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer());
        log = TopicLog.of(kafka, AssetStored.TOPIC, GenerationFailed.TOPIC);
    }

    /// @return their ids
    List<String> put(int jobs) {
        var ids = new ArrayList<String>();
        for (int number = 0; number < jobs; number++) {
            String id = UUID.randomUUID().toString();
            producer.send(new ProducerRecord<>(ImageRequested.TOPIC, id, json(id, "picture number " + number)));
            ids.add(id);
        }
        producer.flush();
        return ids;
    }

    private static String json(String id, String prompt) {
        var request = new ImageRequested(
                id,
                "default",
                "bench",
                Instant.now().plusSeconds(3_600),
                ImageMode.STANDARD,
                prompt,
                "",
                ProviderBench.SIDE,
                ProviderBench.SIDE,
                28,
                null,
                3.5,
                true,
                null,
                null,
                null,
                ImageFormat.PNG,
                false,
                null,
                null);
        try {
            return ContractJson.mapper().writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Kept by storage, or failed.
    Jobs.Condition ended(List<String> ids) {
        return () -> {
            var ended = new HashSet<>(log.keys(AssetStored.TOPIC));
            ended.addAll(log.keys(GenerationFailed.TOPIC));
            return ended.containsAll(ids);
        };
    }

    int failed(List<String> ids) {
        var stored = new HashSet<>(log.keys(AssetStored.TOPIC));
        return (int) ids.stream().filter(id -> !stored.contains(id)).count();
    }

    @Override
    public void close() {
        producer.close();
        log.close();
    }
}
