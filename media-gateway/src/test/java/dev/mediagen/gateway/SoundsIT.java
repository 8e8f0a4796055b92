package dev.mediagen.gateway;

import static dev.mediagen.gateway.Callers.ann;
import static dev.mediagen.gateway.Callers.awaitStatus;
import static dev.mediagen.gateway.Callers.generation;
import static dev.mediagen.gateway.Callers.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.mongodb.client.MongoClient;
import dev.mediagen.contracts.ConversionRequested;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.SoundEffectRequested;
import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.local.servers.TestServers;
import dev.mediagen.local.servers.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Conversion, sound effects, and who is chosen to serve.
@QuarkusTest
@TestProfile(TwoUsers.class)
@QuarkusTestResource(TestServers.class)
class SoundsIT {
    @Inject
    Workers workers;

    @Inject
    MongoClient mongo;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    private TopicLog log;

    @BeforeEach
    void listen() {
        log = TopicLog.of(
                kafka,
                SpeechRequested.TOPIC,
                ConversionRequested.TOPIC,
                SoundEffectRequested.TOPIC,
                ImageRequested.TOPIC);
        Callers.know(workers);
    }

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void convertsARecording() throws Exception {
        var recording = Puts.finished("audio/mpeg", Puts.MP3);
        String id = start(
                "/api/audio/conversion",
                "{\"s3_key\":\"%s\",\"voice\":\"roger\",\"f0_condition\":true}".formatted(recording.uploadId()));
        var asked = asked(ConversionRequested.TOPIC, id);
        assertThat(asked.getString("service")).isEqualTo("seedvc");
        assertThat(asked.getBoolean("f0Condition")).isTrue();
        assertThat(record(id).getString("originalVoiceS3Key")).isEqualTo(recording.s3Key());
        workers.storedConversion(id);
        awaitStatus(id, "completed");
        generation(id)
                .body("kind", is("conversion"))
                .body("service", is("seedvc"))
                .body("warnings", is(java.util.List.of("sandbox")))
                .body("clipId", is(id))
                .body("audioUrl", containsString("X-Amz-Expires=3600"))
                .body("s3Key", containsString("t/acme/audio/"))
                .body("result.voiceName", is("Roger"))
                .body("result.duration", is(3.5f))
                .body("result.contentType", is("audio/mpeg"))
                .body("result.success", is(true))
                .body("result.metadata.modelId", is("sandbox-1"))
                .body("result.alignmentUrl", nullValue())
                .body("links.alignment", nullValue());
        ann().get("/api/generations/" + id + "/alignment").then().statusCode(404);
    }

    @Test
    void makesASound() {
        String id = start("/api/audio/sound-effects", "{\"prompt\":\"rain on a tent\",\"voice\":null}");
        var asked = asked(SoundEffectRequested.TOPIC, id);
        assertThat(asked.getString("prompt")).isEqualTo("rain on a tent");
        assertThat(asked.getDouble("durationSeconds")).isEqualTo(10);
        assertThat(asked.getString("service")).isEqualTo("make-an-audio");
        assertThat(record(id).getString("text")).isEqualTo("rain on a tent");
        workers.storedSoundEffect(id);
        awaitStatus(id, "completed");
        generation(id)
                .body("kind", is("sound-effect"))
                .body("service", is("make-an-audio"))
                .body("audioId", is(id))
                .body("audioUrl", containsString("X-Amz-"))
                .body("result.duration", is(10f))
                .body("result.voiceId", nullValue())
                .body("result.metadata.format", is("wav"));
    }

    @Test
    void saysThatAFixedLengthStays() {
        String id = start(
                "/api/audio/sound-effects",
                "{\"prompt\":\"rain\",\"durationSeconds\":3,\"provider\":\"make-an-audio\"}");
        generation(id).body("warnings", hasItem("durationSeconds ignored: make-an-audio makes 10 seconds"));
    }

    @Test
    void answersAFailedSoundAsAGeneration() {
        Thread.ofVirtual().start(() -> {
            await().until(() -> log.keys(SoundEffectRequested.TOPIC).stream().anyMatch(this::queued));
            log.keys(SoundEffectRequested.TOPIC).stream()
                    .filter(this::queued)
                    .forEach(id -> workers.failed(id, Part.AUDIO, FailureCode.API_KEY_MISSING));
        });
        ann().header("Prefer", "wait=30")
                .body("{\"prompt\":\"rain\",\"provider\":\"make-an-audio\"}")
                .post("/api/audio/sound-effects")
                .then()
                .statusCode(200)
                .body("status", is("failed"))
                .body("error.code", is("API_KEY_MISSING"));
    }

    @Test
    void saysThatOthersServeAnUnconfiguredService() {
        String id = start("/api/audio/speech", "{\"text\":\"Hi\",\"service\":\"styletts2\",\"voice\":\"Woman\"}");
        assertThat(asked(SpeechRequested.TOPIC, id).getString("service")).isEqualTo("styletts2");
        generation(id)
                .body("service", is("styletts2"))
                .body("warnings", hasItem("service styletts2 is not configured here; others serve it"));
        // the default voice has somebody everywhere
        start("/api/audio/speech", "{\"text\":\"Hi\",\"service\":\"styletts2\"}");
    }

    @Test
    void convertsByTheServiceOfTheKindWithoutBeingToldSo() throws Exception {
        var recording = Puts.finished("audio/mpeg", Puts.MP3);
        // only seedvc has him; the order has not
        String id = start(
                "/api/audio/conversion", "{\"s3Key\":\"%s\",\"voice\":\"andreas\"}".formatted(recording.uploadId()));
        assertThat(asked(ConversionRequested.TOPIC, id).getString("voice")).isEqualTo("andreas");
        start("/api/audio/conversion", "{\"s3Key\":\"%s\",\"voice\":\"Roger\"}".formatted(recording.uploadId()));
    }

    @Test
    void acceptsAProviderThatLacksItsKey() {
        String id = start("/api/audio/speech", "{\"text\":\"Hi\",\"provider\":\"elevenlabs\",\"voice\":\"Roger\"}");
        assertThat(asked(SpeechRequested.TOPIC, id).getString("provider")).isEqualTo("elevenlabs");
        generation(id).body("warnings", empty());
    }

    @Test
    void handsAPublicImageUrlOn() {
        String id = start(
                "/api/image/generate/transform",
                "{\"prompt\":\"a boat\",\"image_url\":\"https://images.example.com/boat.png?w=1\"}");
        var asked = asked(ImageRequested.TOPIC, id);
        assertThat(asked.getString("sourceUrl")).isEqualTo("https://images.example.com/boat.png?w=1");
        assertThat(asked.getMap("source")).isNull();
    }

    @Test
    void documentsEveryNewCall() {
        var paths =
                ann().accept("application/json").get("/q/openapi?format=json").jsonPath();
        for (String path : new String[] {
            "/api/image/generate",
            "/api/image/generate-fast",
            "/api/image/generate/transform",
            "/api/media",
            "/api/prompts",
            "/api/alignments",
            "/api/audio/speech",
            "/api/generations/{id}",
            "/api/assets/{id}",
            "/api/image/sizes",
            "/api/image/styles",
            "/api/uploads",
            "/api/audio/conversion",
            "/api/audio/sound-effects",
            "/api/voices",
            "/api/voices/account"
        }) assertThat(paths.getMap("paths").containsKey(path)).as(path).isTrue();
        assertThat(paths.getMap("paths.'/api/voices/{id}'").containsKey("delete"))
                .isTrue();
        assertThat(paths.getMap("components.schemas.ConversionRequest.properties")
                        .keySet()
                        .toString())
                .contains("s3Key")
                .doesNotContain("source", "ownVoices", "originalVoiceS3Key");
    }

    private boolean queued(String id) {
        return "queued".equals(ann().get("/api/generations/" + id).path("status"));
    }

    private JsonPath asked(String topic, String id) {
        await().until(() -> !log.values(topic, id).isEmpty());
        return JsonPath.from(log.values(topic, id).getFirst());
    }

    private Document record(String id) {
        return mongo.getDatabase("mediagen")
                .getCollection("generations")
                .find(new Document("_id", id))
                .first()
                .get("request", Document.class);
    }
}
