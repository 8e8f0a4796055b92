package dev.mediagen.gateway;

import static dev.mediagen.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.GenerationCancelled;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.local.servers.TestServers;
import dev.mediagen.local.servers.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What owners do with their generations. A user of its own for each test.
@QuarkusTest
@TestProfile(Savers.class)
@QuarkusTestResource(TestServers.class)
class LifecycleIT {
    @Inject
    Workers workers;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @BeforeEach
    void know() {
        Callers.know(workers);
    }

    @Test
    void cancelEndsItFreesItAndTellsTheWorkers() {
        try (var log = TopicLog.of(kafka, GenerationCancelled.TOPIC)) {
            String id = image("jan");
            as("jan")
                    .post("/api/generations/" + id + "/cancel")
                    .then()
                    .statusCode(202)
                    .body("status", is("cancelled"))
                    .body("credits.charged", is(0));
            await().until(() -> !log.values(GenerationCancelled.TOPIC, id).isEmpty());
            assertThat(JsonPath.from(log.values(GenerationCancelled.TOPIC, id).getFirst())
                            .getList("parts", String.class))
                    .containsExactly("image");
            as("jan").get("/api/account").then().body("balance", is(2500)).body("reserved", is(0));

            // a result that comes too late changes nothing, nor does a second call
            workers.storedPlainImage(id);
            String other = image("jan");
            workers.storedPlainImage(other);
            await().until(() -> as("jan").get("/api/generations/" + other).path("status"), is("completed"));
            as("jan").post("/api/generations/" + id + "/cancel").then().statusCode(202);
            as("jan")
                    .get("/api/generations/" + id)
                    .then()
                    .body("status", is("cancelled"))
                    .body("result", nullValue());
            as("jan").get("/api/account").then().body("balance", is(2450));
        }
    }

    @Test
    void whatHasEndedCannotBeCancelledNorSomebodyElses() {
        String id = image("kim");
        as("leo").post("/api/generations/" + id + "/cancel").then().statusCode(404);
        workers.progressed(id, Part.IMAGE, 40);
        workers.storedPlainImage(id);
        await().until(() -> as("kim").get("/api/generations/" + id).path("status"), is("completed"));
        as("kim")
                .post("/api/generations/" + id + "/cancel")
                .then()
                .statusCode(409)
                .body("code", is("ALREADY_ENDED"));
    }

    @Test
    void listsTheCallersOwnNewestFirstPageByPage() {
        var ids = new ArrayList<String>();
        for (int number = 0; number < 5; number++) ids.addFirst(image("max"));
        as("max").post("/api/generations/" + ids.get(2) + "/cancel").then().statusCode(202);

        var listed = new ArrayList<String>();
        String next = "";
        while (next != null) {
            var page = as("max")
                    .get("/api/generations?limit=2" + next)
                    .then()
                    .statusCode(200)
                    .extract();
            listed.addAll(page.<List<String>>path("generations.id"));
            next = page.path("next") == null ? null : "&cursor=" + page.path("next");
        }
        assertThat(listed).containsExactlyElementsOf(ids);
        as("max")
                .get("/api/generations?kind=image&status=cancelled")
                .then()
                .body("generations.id", contains(ids.get(2)));
        as("max").get("/api/generations?kind=sound-effect").then().body("generations", empty());
        as("nia").get("/api/generations").then().body("generations", empty());
        as("max").get("/api/generations?status=done").then().statusCode(400).body("fields[0].name", is("status"));
        as("max").get("/api/generations?cursor=x").then().statusCode(400).body("fields[0].name", is("cursor"));
    }

    @Test
    void retryTakesOverWhatIsStoredAndPaysForTheRest() {
        String first = as("oda")
                .header("Prefer", "respond-async")
                .body("{\"headline\":\"a\",\"artStyle\":\"Monet\",\"captions\":false}")
                .post("/api/media")
                .path("id");
        as("oda")
                .post("/api/generations/" + first + "/retry")
                .then()
                .statusCode(409)
                .body("code", is("NOT_RETRYABLE"));
        workers.madePrompt(first);
        workers.storedImage(first);
        workers.failed(first, Part.AUDIO, FailureCode.PROVIDER_UNAVAILABLE);
        await().until(() -> as("oda").get("/api/generations/" + first).path("status"), is("partial"));
        await().untilAsserted(() -> as("oda").get("/api/account").then().body("balance", is(2450)));

        as("leo").post("/api/generations/" + first + "/retry").then().statusCode(404);
        try (var log = TopicLog.of(kafka, SpeechRequested.TOPIC, ImageRequested.TOPIC)) {
            String key = UUID.randomUUID().toString();
            var again = as("oda")
                    .header("Idempotency-Key", key)
                    .post("/api/generations/" + first + "/retry")
                    .then()
                    .statusCode(202)
                    .body("retryOf", is(first))
                    .body("credits.quoted", is(50))
                    .extract();
            String second = again.path("id");
            assertThat(again.header("Location")).endsWith(second);
            assertThat(as("oda")
                            .header("Idempotency-Key", key)
                            .post("/api/generations/" + first + "/retry")
                            .<String>path("id"))
                    .isEqualTo(second);
            workers.storedAudio(second);
            await().until(() -> as("oda").get("/api/generations/" + second).path("status"), is("completed"));
            await().untilAsserted(() -> as("oda").get("/api/account").then().body("balance", is(2400)));
            as("oda")
                    .get("/api/generations/" + second)
                    .then()
                    .body("result.image.assetId", is(first + "-image"))
                    .body("credits.charged", is(50));
            assertThat(log.keys(ImageRequested.TOPIC)).doesNotContain(second);
            assertThat(log.keys(SpeechRequested.TOPIC)).contains(second);
        }
    }

    private static String image(String user) {
        return as(user).header("Prefer", "respond-async")
                .body("{\"prompt\":\"a boat\"}")
                .post("/api/image/generate")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }
}
