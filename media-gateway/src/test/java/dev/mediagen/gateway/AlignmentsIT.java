package dev.mediagen.gateway;

import static dev.mediagen.gateway.Callers.ann;
import static dev.mediagen.gateway.Callers.awaitStatus;
import static dev.mediagen.gateway.Callers.bob;
import static dev.mediagen.gateway.Callers.generation;
import static dev.mediagen.gateway.Callers.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.mediagen.contracts.AlignmentRequested;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.Part;
import dev.mediagen.local.servers.TestServers;
import dev.mediagen.local.servers.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Speech whose timings nobody makes, and timings that are asked for afterwards.
@QuarkusTest
@TestProfile(AlignmentsIT.Impatient.class)
@QuarkusTestResource(TestServers.class)
class AlignmentsIT {
    private static final String TEXT = "Héllo wörld";

    @Inject
    Workers workers;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    /// Waits two seconds, not sixty, for an aligner.
    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            var overrides = new HashMap<>(new TwoUsers().getConfigOverrides());
            overrides.put("media.alignment.patience", "2s");
            overrides.put("media.alignment.silence", "10s");
            return overrides;
        }
    }

    @BeforeEach
    void workersAreKnown() {
        Callers.know(workers);
    }

    @Test
    void speechCompletesWhenNoAlignerIsHeardOf() throws Exception {
        String id = spoken();
        awaitStatus(id, "completed");

        generation(id)
                .body("result.alignmentMethod", is("estimated"))
                .body("result.alignmentConfidence", is(0.1f))
                .body("result.alignmentUrl", endsWith("/api/generations/" + id + "/alignment"))
                .body("result.alignment.characters.join('')", is(TEXT))
                .body("result.captions", nullValue())
                .body("audioUrl", notNullValue())
                .body("warnings", hasItem("timings are only estimated: no worker answered"))
                .body("failed", is(false));
        ann().get("/api/generations/" + id + "/alignment?form=raw")
                .then()
                .body("characters.collect{it.char}.join('')", is(TEXT))
                .body("characters[10].end", is(2.0f));
        ann().get("/api/generations/" + id + "/alignment?form=words")
                .then()
                .body("text", contains("Héllo", "wörld"))
                .body("[0].confidence", is(0.1f));
        ann().get("/api/generations/" + id + "/captions.vtt").then().statusCode(404);

        // whoever comes too late changes nothing
        workers.storedAlignment(id, TEXT);
        String other = spoken();
        awaitStatus(other, "completed");
        generation(id).body("result.alignmentMethod", is("estimated"));
    }

    @Test
    void anAlignerThatIsHeardOfIsWaitedFor() throws Exception {
        String id = spoken();
        workers.progressed(id, Part.ALIGNMENT, 10);
        String unheard = spoken();
        awaitStatus(unheard, "completed");

        generation(id).body("status", is("aligning"));
        workers.storedAlignment(id, TEXT);
        awaitStatus(id, "completed");
        generation(id).body("result.alignmentMethod", is("provider"));
    }

    @Test
    void anAlignerThatFallsSilentIsNotWaitedForToTheDeadline() {
        String id = spoken();
        workers.progressed(id, Part.ALIGNMENT, 10);
        awaitStatus(id, "aligning");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> generation(id).body("status", is("completed")));
        generation(id).body("result.alignmentMethod", is("estimated"));
    }

    @Test
    void aStoryKeepsItsAudioWithoutAnAligner() {
        String id = start("/api/media", "{\"headline\":\"Rockets meet\",\"artStyle\":\"Monet\"}");
        workers.madePrompt(id);
        workers.storedImage(id);
        workers.storedAudio(id);
        awaitStatus(id, "completed");

        generation(id)
                .body("result.audio.alignmentMethod", is("estimated"))
                .body("result.audio.alignment.characters.join('')", is("Rockets meet"))
                .body("warnings", hasItem(containsString("timings are only estimated")));
    }

    @Test
    void timingsThatWereGivenUpAreMadeLater() throws Exception {
        String id = spoken();
        awaitStatus(id, "completed");
        String again = start("/api/alignments", "{\"audio\":\"%s-audio\",\"text\":\"%s\"}".formatted(id, TEXT));
        try (var log = TopicLog.of(kafka, AlignmentRequested.TOPIC)) {
            await().until(() -> !log.values(AlignmentRequested.TOPIC, again).isEmpty());
            var asked =
                    JsonPath.from(log.values(AlignmentRequested.TOPIC, again).getFirst());
            assertThat(asked.getString("audio.key")).startsWith("t/acme/audio/" + id);
            assertThat(asked.getString("text.inline")).isEqualTo(TEXT);
            assertThat(asked.getString("timings")).isNull();
        }
        workers.storedAlignment(again, TEXT);
        awaitStatus(again, "completed");

        generation(again)
                .body("kind", is("alignment"))
                .body("alignmentUrl", endsWith("/api/generations/" + again + "/alignment"))
                .body("captions.vtt", endsWith("/captions.vtt"))
                .body("alignmentConfidence", is(0.99f));
        ann().get("/api/generations/" + again + "/alignment").then().body("characters.join('')", is(TEXT));
        ann().get("/api/generations/" + again + "/captions.vtt").then().statusCode(200);
    }

    @Test
    void anAlignmentOfItsOwnIsNotGivenUpButFails() {
        String id = spoken();
        String alone = start("/api/alignments", "{\"audio\":\"%s-audio\",\"text\":\"%s\"}".formatted(id, TEXT));
        awaitStatus(id, "completed");
        generation(alone).body("status", is("queued"));
        workers.failed(alone, Part.ALIGNMENT, FailureCode.UNEXPECTED);
        awaitStatus(alone, "failed");

        generation(alone).body("error.code", is("UNEXPECTED")).body("error.retryable", is(true));
        ann().get("/api/generations/" + alone + "/alignment").then().statusCode(404);
    }

    @Test
    void somebodyElsesAudioIsAsUnknownAsNone() {
        String id = spoken();
        for (String audio : new String[] {id + "-audio", id + "-image", id, "nothing"}) {
            bob().body("{\"audio\":\"%s\",\"text\":\"%s\"}".formatted(audio, TEXT))
                    .post("/api/alignments")
                    .then()
                    .statusCode(400)
                    .body("fields.name", hasItem("audio"))
                    .body("detail", is("audio must be the id of an own audio asset or upload"));
        }
    }

    /// @return a speech whose audio is kept and which waits for its timings
    private String spoken() {
        String id = start("/api/audio/speech", "{\"text\":\"%s\"}".formatted(TEXT));
        workers.storedAudio(id);
        awaitStatus(id, "aligning");
        return id;
    }
}
