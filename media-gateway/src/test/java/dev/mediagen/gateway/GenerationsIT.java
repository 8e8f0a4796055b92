package dev.mediagen.gateway;

import static dev.mediagen.gateway.Callers.ann;
import static dev.mediagen.gateway.Callers.awaitStatus;
import static dev.mediagen.gateway.Callers.bob;
import static dev.mediagen.gateway.Callers.generation;
import static dev.mediagen.gateway.Callers.start;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.mediagen.contracts.AlignmentRequested;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.GenerationUpdated;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.PromptRequested;
import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.local.servers.TestServers;
import dev.mediagen.local.servers.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Generations through the gateway, with the workers' side played over the real broker, database and store.
@QuarkusTest
@TestProfile(TwoUsers.class)
@QuarkusTestResource(TestServers.class)
class GenerationsIT {
    @Inject
    Workers workers;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    private TopicLog log;

    @BeforeEach
    void listen() {
        log = TopicLog.of(
                kafka,
                SpeechRequested.TOPIC,
                ImageRequested.TOPIC,
                PromptRequested.TOPIC,
                AlignmentRequested.TOPIC,
                GenerationUpdated.TOPIC);
        Callers.know(workers);
        await().until(() ->
                ann().get("/api/image/styles").jsonPath().getList("styles").size() == 2);
    }

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void imageHasEveryKeyOfTheDocumentsAlsoWithoutASeed() {
        String id = start("/api/image/generate", "{\"prompt\":\"a boat\"}");
        workers.storedPlainImage(id);
        awaitStatus(id, "completed");
        var image = ann().get("/api/generations/" + id).jsonPath();
        for (var keys : List.of(image.getMap("$"), image.getMap("result")))
            assertThat(keys)
                    .containsKeys("success", "imageUrl", "width", "height", "seed", "prompt", "requestId", "fromCache");
        assertThat(image.getString("seed")).isNull();
        assertThat(image.getMap("$")).doesNotContainKey("error");
    }

    @Test
    void promptSaysThatItIsNotFromACache() {
        String id = start("/api/prompts", "{\"headline\":\"a\",\"style\":\"Monet\"}");
        workers.madePrompt(id);
        awaitStatus(id, "completed");
        generation(id).body("fromCache", is(false));
    }

    @Test
    void speaksATextAndAlignsIt() throws Exception {
        String text = "Héllo 👍 wörld";
        String id = start("/api/audio/speech", "{\"text\":\"%s\",\"speed\":0.7,\"color\":\"red\"}".formatted(text));
        generation(id)
                .body("status", is("queued"))
                .body("stage", is("audio"))
                .body("seedStatus", is("idle"))
                .body("warnings", hasItem("unknown field ignored: color"))
                .body("audioId", is(id));
        await().until(() -> !log.values(SpeechRequested.TOPIC, id).isEmpty());
        var asked = JsonPath.from(log.values(SpeechRequested.TOPIC, id).getFirst());
        assertThat(asked.getString("text.inline")).isEqualTo(text);
        assertThat(asked.getString("voice")).isEqualTo("Aria");
        assertThat(asked.getString("modelId")).isEqualTo("eleven_multilingual_v2");
        assertThat(asked.getDouble("similarityBoost")).isEqualTo(0.75);
        assertThat(asked.getString("format")).isEqualTo("mp3");

        workers.progressed(id, Part.AUDIO, 40);
        awaitStatus(id, "running");
        ann().get("/api/generations/" + id + "/alignment")
                .then()
                .statusCode(409)
                .body("code", is("NOT_READY"));
        workers.storedAudio(id);
        awaitStatus(id, "aligning");
        await().until(() -> !log.values(AlignmentRequested.TOPIC, id).isEmpty());
        assertThat(JsonPath.from(log.values(AlignmentRequested.TOPIC, id).getFirst())
                        .getString("timings.key"))
                .isEqualTo("staging/timings.json");
        workers.storedAlignment(id, text);
        awaitStatus(id, "completed");

        generation(id)
                .body("progress", is(100))
                .body("failed", is(false))
                .body("result.voiceName", is("Aria"))
                .body("audioUrl", containsString("X-Amz-Expires=3600"))
                .body("result.alignmentMethod", is("provider"))
                .body("result.captions.vtt", endsWith("/api/generations/" + id + "/captions.vtt"))
                .body("result.alignment.characters.join('')", is(text))
                .body("s3Key", containsString("t/acme/audio/"));
        ann().get("/api/generations/" + id + "/alignment?form=raw")
                .then()
                .body("characters.collect{it.char}.join('')", is(text))
                .body("characters[1].start", is(0.1f));
        ann().get("/api/generations/" + id + "/alignment")
                .then()
                .body("characters.join('')", is(text))
                .body("size()", is(3));
        ann().get("/api/generations/" + id + "/alignment?form=words")
                .then()
                .body("[0].confidence", is(0.9f))
                .body("[0].suspect", is(true));
        ann().get("/api/generations/" + id + "/alignment?form=sentences").then().body("[0].text", is(text));
        ann().get("/api/generations/" + id + "/alignment?form=spoken")
                .then()
                .body("text", is("Hello"))
                .body("timings.characters.size()", is(13))
                .body("map[0].source", is(java.util.List.of(0, 13)))
                .body("map[0].spoken", is(java.util.List.of(0, 5)));
        ann().get("/api/generations/" + id + "/alignment?form=lines").then().statusCode(400);
        ann().get("/api/generations/" + id + "/captions.vtt")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox")
                .statusCode(200)
                .contentType("text/vtt;charset=utf-8")
                .body(is("WEBVTT\n"));
        ann().get("/api/generations/" + id + "/captions.epub")
                .then()
                .statusCode(200)
                .contentType("application/epub+zip")
                .body(is("PK-not-really"));
        ann().get("/api/generations/" + id + "/captions.xyz").then().statusCode(404);
        await().until(() ->
                log.values(GenerationUpdated.TOPIC, id).stream().anyMatch(u -> u.contains("\"completed\"")));
        assertThat(log.values(GenerationUpdated.TOPIC, id)).noneMatch(update -> update.contains("X-Amz-"));
    }

    @Test
    void tellsAStoryInItsOrder() throws Exception {
        String id = start("/api/media", "{\"headline\":\"Rockets meet\",\"artStyle\":\"vangogh\"}");
        await().until(() -> !log.values(PromptRequested.TOPIC, id).isEmpty());
        assertThat(log.values(PromptRequested.TOPIC, id).getFirst()).contains("VanGogh");
        assertThat(log.values(ImageRequested.TOPIC, id)).isEmpty();
        assertThat(log.values(SpeechRequested.TOPIC, id)).isEmpty();
        workers.madePrompt(id);
        await().until(() -> !log.values(ImageRequested.TOPIC, id).isEmpty());
        await().until(() -> !log.values(SpeechRequested.TOPIC, id).isEmpty());
        assertThat(JsonPath.from(log.values(ImageRequested.TOPIC, id).getFirst())
                        .getString("prompt"))
                .isEqualTo("rockets, thick brushwork");
        workers.storedAudio(id);
        workers.storedImage(id);
        await().until(() -> !log.values(AlignmentRequested.TOPIC, id).isEmpty());
        workers.storedAlignment(id, "Rockets meet");
        awaitStatus(id, "completed");
        generation(id)
                .body("result.prompt.prompt", is("rockets, thick brushwork"))
                .body("result.image.imageUrl", containsString("X-Amz-"))
                .body("result.image.seed", is("17454220438242315174"))
                .body("result.audio.alignmentUrl", endsWith("/alignment"))
                .body("result.storyUrl", endsWith(id))
                .body("stage", is("storage"));
    }

    @Test
    void endsAStoryAsPartialWhenItsImageFails() throws Exception {
        String id = start("/api/media", "{\"headline\":\"Rockets meet\",\"artStyle\":\"Monet\"}");
        workers.madePrompt(id);
        workers.failed(id, Part.IMAGE, FailureCode.CONTENT_REJECTED);
        workers.storedAudio(id);
        workers.storedAlignment(id, "Rockets meet");
        awaitStatus(id, "partial");
        generation(id)
                .body("error.code", is("CONTENT_REJECTED"))
                .body("error.part", is("image"))
                .body("result.image", nullValue())
                .body("result.audio.audioUrl", notNullValue())
                .body("progress", not(is(100)));
        workers.storedImage(id);
        workers.progressed(id, Part.IMAGE, 99);
        String other = start("/api/prompts", "{\"headline\":\"a\",\"style\":\"Monet\"}");
        workers.madePrompt(other);
        awaitStatus(other, "completed");
        generation(id).body("status", is("partial"));
    }

    @Test
    void completesSpeechWithEstimatedTimingsWhenAligningFails() {
        String id = start("/api/audio/speech", "{\"text\":\"Hello\"}");
        workers.storedAudio(id);
        awaitStatus(id, "aligning");
        workers.failed(id, Part.ALIGNMENT, FailureCode.UNEXPECTED);
        awaitStatus(id, "completed");
        generation(id)
                .body("result.alignmentMethod", is("estimated"))
                .body("warnings", hasItem(containsString("timings are only estimated")));
        ann().get("/api/generations/" + id + "/alignment?form=spoken").then().statusCode(404);
        ann().get("/api/generations/" + id + "/alignment")
                .then()
                .body("characters.join('')", is("Hello"))
                .body("character_end_times_seconds[4]", is(2.0f));
    }

    @Test
    void answersTheResultWithinTheWait() {
        var waiting = Thread.ofVirtual().start(() -> {
            await().until(() -> lastAsked(ImageRequested.TOPIC) != null);
            workers.storedImage(lastAsked(ImageRequested.TOPIC));
        });
        ann().body("{\"prompt\":\"a boat\",\"seed\":17454220438242315174}")
                .post("/api/image/generate")
                .then()
                .statusCode(200)
                .body("mode", is("standard"))
                .body("model", is("flux-dev"))
                .body("width", is(1024))
                .body("success", is(true));
        assertThat(waiting.isAlive()).isFalse();
    }

    @Test
    void answersAFailureWithinTheWaitAs500() {
        Thread.ofVirtual().start(() -> {
            await().until(() -> lastAsked(SpeechRequested.TOPIC) != null);
            workers.failed(lastAsked(SpeechRequested.TOPIC), Part.AUDIO, FailureCode.API_KEY_MISSING);
        });
        String id = ann().header("Prefer", "wait=30")
                .body("{\"text\":\"Hello\"}")
                .post("/api/audio/speech")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("code", is("API_KEY_MISSING"))
                .body("retryable", is(false))
                .body("provider", is("sandbox"))
                .extract()
                .path("generationId");
        generation(id)
                .body("status", is("failed"))
                .body("failed", is(true))
                .body("seedStatus", is("error"))
                .body("s3Key", nullValue());
    }

    @Test
    void asksAgainForWhatNobodyAnswered() {
        String id = start("/api/prompts", "{\"headline\":\"a\",\"style\":\"Monet\"}");
        await().until(() -> log.values(PromptRequested.TOPIC, id).size() >= 2);
        workers.madePrompt(id);
        workers.madePrompt(id);
        awaitStatus(id, "completed");
    }

    @Test
    void showsNothingToAnybodyElse() {
        String id = start("/api/image/generate", "{\"prompt\":\"a boat\"}");
        workers.storedImage(id);
        awaitStatus(id, "completed");
        for (String path : List.of(
                "/api/generations/" + id, "/api/assets/" + id + "-image", "/api/assets/" + id + "-image/content"))
            bob().get(path).then().statusCode(404).body("code", is("NOT_FOUND"));
        bob().body("{\"prompt\":\"a\",\"imageUrl\":\"%s-image\"}".formatted(id))
                .post("/api/image/generate/transform")
                .then()
                .statusCode(400)
                .body("fields.name", hasItem("imageUrl"));
    }

    @Test
    void deliversBytesByRange() {
        String id = start("/api/image/generate", "{\"prompt\":\"a boat\"}");
        workers.storedImage(id);
        awaitStatus(id, "completed");
        String content = ann().get("/api/assets/" + id + "-image")
                .then()
                .body("contentType", is("image/png"))
                .body("size", is(10))
                .body("url", containsString("X-Amz-"))
                .body("url", containsString("response-content-disposition=attachment"))
                .extract()
                .path("contentUrl");
        ann().get(content).then().statusCode(200).header("Content-Length", "10").body(is("0123456789"));
        ann().header("Range", "bytes=2-4")
                .get(content)
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 2-4/10")
                .body(is("234"));
        ann().header("Range", "bytes=-3").get(content).then().statusCode(206).body(is("789"));
        ann().header("Range", "bytes=10-").get(content).then().statusCode(416).header("Content-Range", "bytes */10");
        String tag = ann().get(content).header("ETag");
        ann().header("If-None-Match", tag).get(content).then().statusCode(304);
        String presigned = ann().redirects()
                .follow(false)
                .get(content + "?redirect")
                .then()
                .statusCode(302)
                .extract()
                .header("Location");
        given().urlEncodingEnabled(false)
                .get(presigned)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .body(is("0123456789"));
    }

    @Test
    void answersUnchangedToAKnownTag() {
        String id = start(
                "/api/prompts",
                "{\"headline\":\"a\",\"style\":[{\"style\":\"monet\",\"weight\":2},{\"style\":\"VanGogh\"}]}");
        workers.madePrompt(id);
        awaitStatus(id, "completed");
        String tag = ann().get("/api/generations/" + id).header("ETag");
        assertThat(tag).startsWith("W/");
        ann().header("If-None-Match", tag).get("/api/generations/" + id).then().statusCode(304);
    }

    private String lastAsked(String topic) {
        return log.keys(topic).stream()
                .reduce((first, second) -> second)
                .filter(id ->
                        "queued".equals(ann().get("/api/generations/" + id).path("status")))
                .orElse(null);
    }
}
