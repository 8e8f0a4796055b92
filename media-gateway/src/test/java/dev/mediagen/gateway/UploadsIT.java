package dev.mediagen.gateway;

import static dev.mediagen.gateway.Callers.ann;
import static dev.mediagen.gateway.Callers.bob;
import static dev.mediagen.gateway.Callers.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import dev.mediagen.contracts.AlignmentRequested;
import dev.mediagen.contracts.ConversionRequested;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.local.servers.TestServers;
import dev.mediagen.local.servers.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Files that clients put into the real store themselves, and refer to afterwards.
@QuarkusTest
@TestProfile(TwoUsers.class)
@QuarkusTestResource(TestServers.class)
class UploadsIT {
    @Inject
    Workers workers;

    @Inject
    MongoClient mongo;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @BeforeEach
    void workersAreKnown() {
        Callers.know(workers);
    }

    @Test
    void namesAPlaceForOneFile() {
        var answer = ann().body("{\"contentType\":\"audio/mp3\",\"size\":1000,\"s3Key\":\"mine\"}")
                .post("/api/uploads")
                .then()
                .statusCode(201)
                .body("s3Key", matchesPattern("uploads/acme/[0-9a-f-]{36}\\.mp3"))
                .body("uploadUrl", containsString("X-Amz-Expires=900"))
                .body("warnings", hasItem("unknown field ignored: s3Key"))
                .body("headers", is(java.util.Map.of("Content-Type", "audio/mpeg")))
                .extract();
        assertThat(Instant.parse(answer.path("expiresAt")))
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(14)),
                        Instant.now().plus(Duration.ofMinutes(16)));
        var kept = uploads().find(new Document("_id", answer.path("uploadId"))).first();
        assertThat(kept.getDate("expiresAt").toInstant()).isAfter(Instant.now().plus(Duration.ofHours(23)));
        assertThat(kept.toJson()).doesNotContain("X-Amz");
    }

    @Test
    void usesWhatWasPutThere() throws Exception {
        var recording = Puts.finished("audio/mpeg", Puts.MP3);
        try (var log = TopicLog.of(kafka, ConversionRequested.TOPIC)) {
            String id = start(
                    "/api/audio/conversion", "{\"s3Key\":\"%s\",\"voice\":\"Roger\"}".formatted(recording.s3Key()));
            await().until(() -> !log.values(ConversionRequested.TOPIC, id).isEmpty());
            var asked = JsonPath.from(log.values(ConversionRequested.TOPIC, id).getFirst());
            assertThat(asked.getString("source.key")).isEqualTo(recording.s3Key());
            assertThat(asked.getLong("source.size")).isEqualTo(Puts.MP3.length);
            assertThat(asked.getString("source.sha256")).isEqualTo(sha256(Puts.MP3));
        }
        assertThat(uploads()
                        .find(new Document("_id", recording.uploadId()))
                        .first()
                        .getString("sha256"))
                .isEqualTo(sha256(Puts.MP3));
    }

    @Test
    void servesImagesAndAlignmentsToo() throws Exception {
        var picture = Puts.finished("image/png", Puts.PNG);
        var recording = Puts.finished("audio/mpeg", Puts.MP3);
        try (var log = TopicLog.of(kafka, ImageRequested.TOPIC, AlignmentRequested.TOPIC)) {
            String image = start(
                    "/api/image/generate/transform",
                    "{\"prompt\":\"a boat\",\"imageUrl\":\"%s\"}".formatted(picture.uploadId()));
            String timings =
                    start("/api/alignments", "{\"text\":\"Hello\",\"audio\":\"%s\"}".formatted(recording.uploadId()));
            await().until(() -> !log.values(ImageRequested.TOPIC, image).isEmpty());
            await().until(() -> !log.values(AlignmentRequested.TOPIC, timings).isEmpty());
            assertThat(log.values(ImageRequested.TOPIC, image).getFirst())
                    .contains(picture.s3Key())
                    .doesNotContain("sourceUrl\":\"");
            assertThat(log.values(AlignmentRequested.TOPIC, timings).getFirst()).contains(recording.s3Key());
        }
    }

    @Test
    void storeTakesNothingButWhatWasAnnounced() throws Exception {
        var place = Puts.announced("audio/mpeg", Puts.MP3.length);
        assertThat(Puts.put(place.with("text/html"), Puts.MP3)).isEqualTo(403);
        assertThat(Puts.put(place, (new String(Puts.MP3) + "more").getBytes())).isEqualTo(403);
        assertThat(Puts.put(place.at(place.uploadUrl().replace(place.uploadId(), "another")), Puts.MP3))
                .isEqualTo(403);
        refused(ann(), place.uploadId(), "has not been uploaded yet");
        assertThat(Puts.put(place, Puts.MP3)).isEqualTo(200);
        start("/api/audio/conversion", "{\"s3Key\":\"%s\",\"voice\":\"Roger\"}".formatted(place.uploadId()));
    }

    @Test
    void deletesWhatIsNotWhatItSays() throws Exception {
        var place = Puts.finished("audio/mpeg", "<html><script>alert(1)</script>".getBytes());
        refused(ann(), place.s3Key(), "does not have the content of audio/mpeg");
        refused(ann(), place.s3Key(), "has not been uploaded yet");
    }

    @Test
    void looksAgainAtWhatCameThereLater() throws Exception {
        var place = Puts.finished("audio/mpeg", Puts.MP3);
        var body = "{\"s3Key\":\"%s\",\"voice\":\"Roger\"}".formatted(place.s3Key());
        start("/api/audio/conversion", body);
        var other = Puts.MP3.clone();
        other[other.length - 1] ^= 1;
        assertThat(Puts.put(place, other)).isEqualTo(200);
        try (var log = TopicLog.of(kafka, ConversionRequested.TOPIC)) {
            String id = start("/api/audio/conversion", body);
            await().until(() -> !log.values(ConversionRequested.TOPIC, id).isEmpty());
            assertThat(log.values(ConversionRequested.TOPIC, id).getFirst()).contains(sha256(other));
        }
        var page = new byte[Puts.MP3.length];
        page[0] = '<';
        assertThat(Puts.put(place, page)).isEqualTo(200);
        refused(ann(), place.s3Key(), "does not have the content of audio/mpeg");
        refused(ann(), place.s3Key(), "has not been uploaded yet");
    }

    @Test
    void looksAtNothingForARequestThatIsRefusedAnyway() throws Exception {
        var picture = Puts.finished("image/png", Puts.PNG);
        var recording = Puts.finished("audio/mpeg", Puts.MP3);
        ann().header("Prefer", "wait=121")
                .body("{\"prompt\":\"a\",\"imageUrl\":\"%s\"}".formatted(picture.uploadId()))
                .post("/api/image/generate/transform")
                .then()
                .statusCode(400)
                .body("fields.name", hasItem("Prefer"));
        ann().body("{\"prompt\":\"a\",\"imageUrl\":\"%s\",\"provider\":\"nobody\"}".formatted(picture.uploadId()))
                .post("/api/image/generate/transform")
                .then()
                .statusCode(400)
                .body("fields.name", hasItem("provider"));
        ann().header("Prefer", "wait=121")
                .body("{\"text\":\"Hello\",\"audio\":\"%s\"}".formatted(recording.uploadId()))
                .post("/api/alignments")
                .then()
                .statusCode(400);
        ann().header("Prefer", "wait=121")
                .body("{\"s3Key\":\"%s\",\"voice\":\"Roger\"}".formatted(recording.uploadId()))
                .post("/api/audio/conversion")
                .then()
                .statusCode(400);
        for (String id : List.of(picture.uploadId(), recording.uploadId()))
            assertThat(uploads().find(new Document("_id", id)).first()).doesNotContainKey("sha256");
    }

    @Test
    void keepsNoMoreThanAnybodyMayHave() {
        var big = new Document("_id", "big")
                .append("tenant", "acme")
                .append("user", "bob")
                .append("contentType", "audio/mpeg")
                .append("size", 5L * 1024 * 1024 * 1024 - 100)
                .append("expiresAt", Date.from(Instant.now().plusSeconds(600)));
        uploads().insertOne(big);
        try {
            bob().body("{\"contentType\":\"audio/mpeg\",\"size\":101}")
                    .post("/api/uploads")
                    .then()
                    .statusCode(429)
                    .header("Retry-After", "3600")
                    .body("code", is("QUOTA_EXCEEDED"));
            bob().body("{\"contentType\":\"audio/mpeg\",\"size\":100}")
                    .post("/api/uploads")
                    .then()
                    .statusCode(201);
        } finally {
            uploads().deleteOne(big);
        }
    }

    @Test
    void takesNoSourceFromABody() throws Exception {
        try (var log = TopicLog.of(kafka, ImageRequested.TOPIC)) {
            String id = start("/api/image/generate", """
                {"prompt":"a","source":5,"mode":{"no":"mode"},"imageUrl":"x","strength":0.5}""");
            ann().get("/api/generations/" + id)
                    .then()
                    .body("mode", is("standard"))
                    .body(
                            "warnings",
                            hasItems(
                                    "unknown field ignored: source",
                                    "unknown field ignored: mode",
                                    "imageUrl ignored: only transform starts from an image",
                                    "strength ignored: only transform starts from an image"));
            await().until(() -> !log.values(ImageRequested.TOPIC, id).isEmpty());
            assertThat(JsonPath.from(log.values(ImageRequested.TOPIC, id).getFirst())
                            .getString("mode"))
                    .isEqualTo("standard");
        }
    }

    @Test
    void takesOnlyRecordingsForConversion() throws Exception {
        refused(ann(), Puts.finished("image/png", Puts.PNG).uploadId(), "must be the s3Key or uploadId");
    }

    @Test
    void refusesExpiredOnes() throws Exception {
        var place = Puts.finished("audio/mpeg", Puts.MP3);
        var past = new Document("expiresAt", Date.from(Instant.now().minusSeconds(1)));
        uploads().updateOne(new Document("_id", place.uploadId()), new Document("$set", past));
        refused(ann(), place.uploadId(), "has expired");
    }

    @Test
    void knowsNobodyElsesUpload() throws Exception {
        var place = Puts.finished("audio/mpeg", Puts.MP3);
        String unknown = refused(bob(), "uploads/acme/nothing.mp3", "must be");
        assertThat(refused(bob(), place.s3Key(), "must be")).isEqualTo(unknown);
        assertThat(refused(bob(), place.uploadId(), "must be")).isEqualTo(unknown);
        bob().body("{\"text\":\"Hello\",\"audio\":\"%s\"}".formatted(place.uploadId()))
                .post("/api/alignments")
                .then()
                .statusCode(400)
                .body("detail", is("audio must be the id of an own audio asset or upload"));
        bob().body("{\"prompt\":\"a\",\"imageUrl\":\"%s\"}"
                        .formatted(Puts.finished("image/png", Puts.PNG).uploadId()))
                .post("/api/image/generate/transform")
                .then()
                .statusCode(400)
                .body("detail", containsString("imageUrl must be a public https URL, or the id of an own"));
    }

    /// @return the whole sentence
    private static String refused(RequestSpecification caller, String reference, String why) {
        return caller.body("{\"s3Key\":\"%s\",\"voice\":\"Roger\"}".formatted(reference))
                .post("/api/audio/conversion")
                .then()
                .statusCode(400)
                .body("code", is("VALIDATION_ERROR"))
                .body("fields.name", hasItem("s3Key"))
                .body("detail", containsString(why))
                .extract()
                .path("detail");
    }

    private MongoCollection<Document> uploads() {
        return mongo.getDatabase("mediagen").getCollection("uploads");
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
