package dev.mediagen.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mediagen.contracts.AssetStored;
import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.DeadLetter;
import dev.mediagen.contracts.GenerationCompleted;
import dev.mediagen.contracts.GenerationFailed;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.SpeechProduced;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.local.servers.TestServers;
import dev.mediagen.local.servers.TopicLog;
import dev.mediagen.worker.events.EventPublisher;
import dev.mediagen.worker.staging.StagingArea;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// What storage keeps, against a real broker, store and database.
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class AssetsIT {
    @Inject
    EventPublisher publisher;

    @Inject
    StagingArea staging;

    @Inject
    AssetRepository assets;

    @Inject
    S3Client s3;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @TempDir
    Path temp;

    private final String id = UUID.randomUUID().toString();
    private TopicLog log;

    @BeforeEach
    void listen() {
        log = TopicLog.of(kafka, AssetStored.TOPIC, GenerationFailed.TOPIC, DeadLetter.TOPIC);
    }

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void keepsWhatIsVerifiedAndFreesTheStagedBytes() throws IOException {
        var staged = stage("ID3 music");
        var completion = completion(1, staged, Map.of("vtt", stage("WEBVTT\n", "vtt", "text/vtt")));
        publisher.publish(id, completion);
        await().until(() -> stored().size() == 1);
        var stored = ContractJson.mapper().readValue(stored().getFirst(), AssetStored.class);
        assertThat(stored.assetId()).isEqualTo(id + "-audio");
        assertThat(stored.object().sha256()).isEqualTo(staged.sha256());
        assertThat(stored.object().key()).matches("t/acme/audio/[0-9a-f-]{36}\\.mp3");
        assertThat(stored.completion()).isEqualTo(completion);
        assertThat(keys("t/"))
                .contains(stored.object().key(), stored.renditions().get("vtt").key());
        await().until(() -> keys("staging/acme/" + id).isEmpty());
        var head = s3.headObject(b -> b.bucket("media").key(stored.object().key()));
        assertThat(head.contentType()).isEqualTo("audio/mpeg");
        assertThat(head.cacheControl()).contains("immutable");
    }

    @Test
    void answersARepeatWithWhatItKeeps() throws IOException {
        var completion = completion(1, stage("ID3 music"), Map.of());
        for (int i = 0; i < 4; i++) publisher.publish(id, completion);
        await().until(() -> stored().size() == 4);
        assertThat(stored()).containsOnly(stored().getFirst());
        assertThat(keys("t/")).filteredOn(key -> key.equals(keptKey())).hasSize(1);
        assertThat(log.values(GenerationFailed.TOPIC, id)).isEmpty();
    }

    @Test
    void keepsTheFirstSuccessOfAnyEpochAndDropsTheLosersBytes() throws IOException {
        publisher.publish(id, completion(2, stage("ID3 of epoch two"), Map.of()));
        await().until(() -> stored().size() == 1);
        int objects = keys("t/").size();
        publisher.publish(id, completion(1, stage("ID3 of epoch one"), Map.of()));
        await().until(() -> stored().size() == 2);
        assertThat(stored().get(1)).isEqualTo(stored().get(0));
        assertThat(keys("t/")).hasSize(objects);
        await().until(() -> keys("staging/acme/" + id).isEmpty());
        assertThat(assets.count("generationId", id)).isEqualTo(1);
    }

    @Test
    void refusesBytesThatAreNotWhatTheyAreSaidToBe() throws IOException {
        publisher.publish(id, completion(1, stage("<html>not audio</html>"), Map.of()));
        await().until(() -> !log.values(GenerationFailed.TOPIC, id).isEmpty());
        assertThat(assets.findById(id + "-audio")).isNull();
        assertThat(log.values(GenerationFailed.TOPIC, id).getFirst()).contains("QUALITY_REJECTED");
    }

    @Test
    void refusesBytesWithAnotherHash() throws IOException {
        var real = stage("ID3 music");
        var claimed = new StagedAsset(real.key(), real.mediaType(), real.size(), "0".repeat(64));
        publisher.publish(id, completion(1, claimed, Map.of()));
        await().until(() -> !log.values(GenerationFailed.TOPIC, id).isEmpty());
        assertThat(assets.findById(id + "-audio")).isNull();
    }

    @Test
    void keepsBelowThePrefixThatTheDocumentsFix() throws IOException {
        var vtt = Map.of("vtt", stage("WEBVTT\n", "vtt", "text/vtt"));
        publisher.publish(id, completion(1, stage("RIFF....WAVE", "wav", "audio/wav"), vtt, "styletts2-output/"));
        await().until(() -> stored().size() == 1);
        assertThat(keptKey()).matches("^styletts2-output/[0-9a-f-]{36}\\.(wav|mp3|opus)$");
        assertThat(keys("styletts2-output/")).contains(keptKey());
        var renditions = assets.findById(id + "-audio").renditions();
        assertThat(renditions.get("vtt").key()).startsWith("t/acme/audio/");
    }

    @Test
    void refusesAPrefixThatNobodyKnows() throws IOException {
        publisher.publish(id, completion(1, stage("ID3 music"), Map.of(), "uploads/"));
        await().until(() -> !log.values(GenerationFailed.TOPIC, id).isEmpty());
        assertThat(assets.findById(id + "-audio")).isNull();
        assertThat(keys("uploads/")).isEmpty();
    }

    @Test
    void keepsGenerationsOfOneCachedObjectApartAndLeavesItToTheCache() throws IOException {
        var staged = stage("ID3 music");
        var cached = new StagedAsset("cache/acme/%s.mp3".formatted(id), "audio/mpeg", staged.size(), staged.sha256());
        s3.copyObject(b -> b.sourceBucket("media")
                .sourceKey(staged.key())
                .destinationBucket("media")
                .destinationKey(cached.key()));
        for (String prefix : List.of("first-", "second-")) {
            var of = completion(prefix + id, 1, cached, Map.of(), null);
            publisher.publish(of.generationId(), of);
        }
        await().until(() -> assets.count("generationId in ?1", List.of("first-" + id, "second-" + id)) == 2);
        var first = assets.findById("first-%s-audio".formatted(id)).object().key();
        var second = assets.findById("second-%s-audio".formatted(id)).object().key();
        assertThat(first).isNotEqualTo(second);
        assertThat(keys("t/acme/audio/")).contains(first, second);
        assertThat(keys("cache/")).contains(cached.key());
    }

    private String keptKey() {
        return assets.findById(id + "-audio").object().key();
    }

    private List<String> stored() {
        return log.values(AssetStored.TOPIC, id);
    }

    private List<String> keys(String prefix) {
        return s3.listObjectsV2Paginator(b -> b.bucket("media").prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private StagedAsset stage(String content) throws IOException {
        return stage(content, "mp3", "audio/mpeg");
    }

    private StagedAsset stage(String content, String extension, String mediaType) throws IOException {
        Path file = Files.write(temp.resolve(UUID.randomUUID().toString()), content.getBytes(StandardCharsets.UTF_8));
        return staging.put("acme/%s/%s.%s".formatted(id, UUID.randomUUID(), extension), file, mediaType);
    }

    private GenerationCompleted completion(long epoch, StagedAsset staged, Map<String, StagedAsset> renditions) {
        return completion(epoch, staged, renditions, null);
    }

    private GenerationCompleted completion(
            long epoch, StagedAsset staged, Map<String, StagedAsset> renditions, String keepUnder) {
        return completion(id, epoch, staged, renditions, keepUnder);
    }

    private static GenerationCompleted completion(
            String id, long epoch, StagedAsset staged, Map<String, StagedAsset> renditions, String keepUnder) {
        var made = new SpeechProduced(1, "id", "Aria", "m", AudioFormat.MP3, AudioQuality.MEDIUM, null);
        return new GenerationCompleted(
                id,
                Part.AUDIO,
                "acme",
                epoch,
                1,
                staged,
                renditions,
                made,
                "sandbox",
                false,
                false,
                true,
                List.of(),
                keepUnder);
    }
}
