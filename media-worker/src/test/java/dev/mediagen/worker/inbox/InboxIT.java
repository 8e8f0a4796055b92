package dev.mediagen.worker.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mediagen.contracts.AssetStored;
import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.DeadLetter;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.GenerationCancelled;
import dev.mediagen.contracts.GenerationCompleted;
import dev.mediagen.contracts.GenerationFailed;
import dev.mediagen.contracts.KeptObject;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.contracts.TextContent;
import dev.mediagen.local.servers.TestServers;
import dev.mediagen.local.servers.TopicLog;
import dev.mediagen.worker.events.EventPublisher;
import dev.mediagen.worker.parts.ProviderException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

/// A worker's inbox against a real broker, store and database.
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class InboxIT {
    @Inject
    EventPublisher publisher;

    @Inject
    ScriptedHandler handler;

    @Inject
    Inbox inbox;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    private final String id = UUID.randomUUID().toString();
    private TopicLog log;

    @ApplicationScoped
    static class BucketMaker {
        void make(@Observes StartupEvent event, S3Client s3, @ConfigProperty(name = "media.bucket") String bucket) {
            if (s3.listBuckets().buckets().stream().noneMatch(b -> b.name().equals(bucket)))
                s3.createBucket(b -> b.bucket(bucket));
        }
    }

    @BeforeEach
    void listen() {
        log = TopicLog.of(kafka, GenerationCompleted.TOPIC, GenerationFailed.TOPIC, DeadLetter.TOPIC);
    }

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void makesAPartOnceThoughAskedForThreeTimes() {
        for (int i = 0; i < 3; i++) publisher.publish(id, request(Instant.now().plusSeconds(60)));
        await().until(() -> !completions().isEmpty());
        publisher.publish(id, request(Instant.now().plusSeconds(60)));
        await().until(() -> completions().size() > 1);
        assertThat(handler.calls(id)).isEqualTo(1);
        assertThat(completions())
                .allSatisfy(json -> assertThat(json).isEqualTo(completions().getFirst()));
        assertThat(log.headers(GenerationCompleted.TOPIC, id))
                .containsEntry("ce_type", "generation-completed.v1")
                .containsEntry("ce_source", "/mediagen/test-worker")
                .containsKeys("ce_id", "ce_time", "ce_specversion")
                .hasEntrySatisfying("traceparent", trace -> assertThat(trace).startsWith("00-" + id.replace("-", "")));
    }

    @Test
    void publishesACompletionAgainUntilStorageAnswers() throws Exception {
        publisher.publish(id, request(Instant.now().plusSeconds(60)));
        await().until(() -> completions().size() >= 2);
        var completion = ContractJson.mapper().readValue(completions().getFirst(), GenerationCompleted.class);
        publisher.publish(id, stored(completion));
        await().until(() -> entry().state() == InboxState.DONE);
        assertThat(entry().open()).isFalse();
        assertThat(handler.calls(id)).isEqualTo(1);
    }

    @Test
    void whatIsCancelledBeforeItsRequestComesIsNeverMade() {
        publisher.publish(id, cancelled(id));
        await().until(() -> inbox.find(InboxEntry.id(id, Part.AUDIO)).isPresent());
        publisher.publish(id, request(Instant.now().plusSeconds(60)));
        awaitAnother();
        assertThat(handler.calls(id)).isZero();
        assertThat(entry().state()).isEqualTo(InboxState.CANCELLED);
    }

    @Test
    void whatIsCancelledWhileItWaitsIsNotTriedAgain() {
        handler.failFirst(
                id, new ProviderException(FailureCode.RATE_LIMITED, "later", Duration.ofSeconds(2), null).by("p"));
        publisher.publish(id, request(Instant.now().plusSeconds(60)));
        await().until(() -> handler.calls(id) == 1
                && inbox.find(InboxEntry.id(id, Part.AUDIO)).orElseThrow().state() == InboxState.QUEUED);
        publisher.publish(id, cancelled(id));
        await().until(() -> entry().state() == InboxState.CANCELLED);
        assertThat(entry().open()).isFalse();
        assertThat(inbox.owned(entry())).isFalse();
        assertThat(failures()).isEmpty();
    }

    @Test
    void triesAgainWhatMaySucceedLater() {
        handler.failFirst(id, FailureCode.RATE_LIMITED, FailureCode.PROVIDER_TIMEOUT);
        publisher.publish(id, request(Instant.now().plusSeconds(60)));
        await().until(() -> !completions().isEmpty());
        assertThat(handler.calls(id)).isEqualTo(3);
        assertThat(completions().getFirst()).contains("\"attempt\":3");
    }

    @Test
    void givesUpAfterThreeTries() {
        handler.failFirst(
                id,
                FailureCode.PROVIDER_UNAVAILABLE,
                FailureCode.PROVIDER_UNAVAILABLE,
                FailureCode.PROVIDER_UNAVAILABLE);
        publisher.publish(id, request(Instant.now().plusSeconds(60)));
        await().until(() -> !failures().isEmpty());
        assertThat(handler.calls(id)).isEqualTo(3);
        assertThat(failures().getFirst()).contains("PROVIDER_UNAVAILABLE");
    }

    @Test
    void aCallThatWasTriedAgainAlreadyIsNotTriedAgainHere() {
        handler.failFirst(
                id,
                new ProviderException(FailureCode.PROVIDER_UNAVAILABLE, "scripted")
                        .by("elevenlabs")
                        .costly());
        publisher.publish(id, request(Instant.now().plusSeconds(60)));
        await().until(() -> !failures().isEmpty());
        assertThat(handler.calls(id)).isEqualTo(1);
        assertThat(failures().getFirst()).contains("\"provider\":\"elevenlabs\"", "\"chargeable\":true");
    }

    @Test
    void comesBackWhenAProviderAsksForIt() {
        var wait = Duration.ofMillis(1_500);
        handler.failFirst(id, new ProviderException(FailureCode.RATE_LIMITED, "scripted", wait, null).by("elevenlabs"));
        long before = System.nanoTime();
        publisher.publish(id, request(Instant.now().plusSeconds(60)));
        await().until(() -> !completions().isEmpty());
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(wait);
        assertThat(handler.calls(id)).isEqualTo(2);
    }

    @Test
    void waitingForAProviderUsesUpNoTry() {
        var busy = new ProviderException(FailureCode.RATE_LIMITED, "scripted", Duration.ofMillis(10), null).by("fal");
        handler.failFirst(id, busy, busy, busy, busy, busy);
        publisher.publish(id, request(Instant.now().plusSeconds(60)));
        await().atMost(Duration.ofSeconds(30)).until(() -> !completions().isEmpty());
        assertThat(handler.calls(id)).isEqualTo(6);
    }

    @Test
    void aPartThatTakesEveryReplicaWithItIsGivenUp() throws Exception {
        var request = request(Instant.now().plusSeconds(60));
        String json = ContractJson.mapper().writeValueAsString(request);
        var entry = InboxEntry.of(request, SpeechRequested.TOPIC, json, "a-killed-replica", Instant.now());
        for (int lost = 0; lost < 8; lost++) entry = entry.claimedBy("a-killed-replica");
        inbox.add(entry);
        await().atMost(Duration.ofSeconds(10)).until(() -> !failures().isEmpty());
        assertThat(handler.calls(id)).isZero();
    }

    @Test
    void aTryFindsWhatTheOneBeforeNoted() {
        handler.failFirst(id, FailureCode.UNEXPECTED);
        publisher.publish(id, request(Instant.now().plusSeconds(60)));
        await().until(() -> !completions().isEmpty());
        assertThat(handler.notesFound(id)).containsExactly("nothing", "try of epoch 1");
    }

    @Test
    void doesNotTryAgainWhatCannotSucceed() {
        handler.failFirst(id, FailureCode.INVALID_REQUEST);
        publisher.publish(id, request(Instant.now().plusSeconds(60)));
        await().until(() -> !failures().isEmpty());
        assertThat(handler.calls(id)).isEqualTo(1);
    }

    @Test
    void takesOverWhatALostReplicaHadClaimed() throws Exception {
        var request = request(Instant.now().plusSeconds(60));
        String json = ContractJson.mapper().writeValueAsString(request);
        inbox.add(InboxEntry.of(request, SpeechRequested.TOPIC, json, "a-killed-replica", Instant.now()));
        await().atMost(Duration.ofSeconds(8)).until(() -> !completions().isEmpty());
        assertThat(completions().getFirst()).contains("\"epoch\":2");
    }

    @Test
    void refusesWritesOfAnEarlierOwner() throws Exception {
        var request = request(Instant.now().plusSeconds(60));
        var first = InboxEntry.of(request, SpeechRequested.TOPIC, "{}", "somebody", Instant.now());
        inbox.add(first);
        var second = inbox.claim(first, "somebody-else").orElseThrow();
        assertThat(inbox.claim(first, "a-third")).isEmpty();
        assertThat(inbox.replace(first, first.handedBack(Instant.now()))).isFalse();
        assertThat(inbox.replace(second, second.handedBack(Instant.now()))).isTrue();
    }

    private static GenerationCancelled cancelled(String id) {
        return new GenerationCancelled(
                id, "acme", List.of(Part.AUDIO), Instant.now().plusSeconds(60));
    }

    /// What was published for this part before has been handled by then: it comes from the same partition.
    private void awaitAnother() {
        String later = Stream.generate(() -> UUID.randomUUID().toString())
                .filter(other -> partition(other) == partition(id))
                .findFirst()
                .orElseThrow();
        publisher.publish(later, request(later, Instant.now().plusSeconds(60)));
        await().until(() -> handler.calls(later) == 1);
    }

    private static int partition(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % 3;
    }

    @Test
    void dropsARequestWhoseDeadlineHasPassed() {
        publisher.publish(id, request(Instant.now().minusSeconds(1)));
        awaitAnother();
        assertThat(inbox.find(InboxEntry.id(id, Part.AUDIO))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\":", "{}", "null", "[]"})
    void buriesAnUnreadableRequestAndEndsItsGeneration(String value) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(SpeechRequested.TOPIC, id, value));
        }
        await().until(() -> !failures().isEmpty());
        assertThat(failures().getFirst()).contains("INVALID_REQUEST").contains("\"part\":\"audio\"");
        await().until(() -> !log.values(DeadLetter.TOPIC, id).isEmpty());
        publisher.publish(id, request(Instant.now().plusSeconds(60)));
        await().until(() -> !completions().isEmpty());
    }

    private java.util.List<String> completions() {
        return log.values(GenerationCompleted.TOPIC, id);
    }

    private java.util.List<String> failures() {
        return log.values(GenerationFailed.TOPIC, id);
    }

    private InboxEntry entry() {
        return inbox.find(InboxEntry.id(id, Part.AUDIO)).orElseThrow();
    }

    private SpeechRequested request(Instant expiresAt) {
        return request(id, expiresAt);
    }

    private static SpeechRequested request(String generationId, Instant expiresAt) {
        return new SpeechRequested(
                generationId,
                "acme",
                "ann",
                expiresAt,
                new TextContent("Hi", null),
                "Aria",
                "m",
                0.5,
                0.75,
                0,
                1,
                null,
                null,
                null,
                AudioFormat.MP3,
                AudioQuality.MEDIUM,
                true,
                true,
                null,
                null,
                null);
    }

    private static AssetStored stored(GenerationCompleted completion) {
        var object = new KeptObject(
                "t/acme/audio/a.mp3", "audio/mpeg", 2, completion.staged().sha256());
        return new AssetStored(
                completion.generationId(),
                Part.AUDIO,
                "acme",
                completion.generationId() + "-audio",
                object,
                Map.of(),
                Instant.now(),
                completion);
    }
}
