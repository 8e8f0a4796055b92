package dev.mediagen.gateway;

import static dev.mediagen.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.mongodb.client.MongoClient;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.Part;
import dev.mediagen.gateway.HookReceiver.Got;
import dev.mediagen.gateway.generations.Generations;
import dev.mediagen.gateway.webhooks.Webhooks;
import dev.mediagen.local.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Webhooks over real connections. A user of its own for each test.
@QuarkusTest
@TestProfile(Hooked.class)
@QuarkusTestResource(TestServers.class)
class WebhooksIT {
    private static final Duration LONG = Duration.ofSeconds(20);

    @Inject
    Workers workers;

    @Inject
    MongoClient mongo;

    @Inject
    Webhooks webhooks;

    @Inject
    Generations generations;

    @BeforeEach
    void know() {
        Callers.know(workers);
    }

    @Test
    void tellsTheEndOnceAndSignsItAsOthersVerify() throws Exception {
        try (var receiver = HookReceiver.saying(204)) {
            var hook = register("ann", receiver, "");
            String id = completed("ann");
            workers.storedPlainImage(id);
            // as after a kill before the generation was closed
            webhooks.tell(generations.lookUp(id).orElseThrow());
            Got got = next(receiver, 1);
            assertThat(got.json().getString("type")).isEqualTo("generation.completed");
            assertThat(got.json().getString("timestamp")).isNotNull();
            assertThat(got.json().getString("data.id")).isEqualTo(id);
            assertThat(got.json().getString("data.result.assetId")).isEqualTo(id + "-image");
            assertThat(got.body()).doesNotContain("X-Amz-").doesNotContain("http");
            assertThat(got.headers()).containsEntry("content-type", "application/json");
            assertThat(got.headers()).doesNotContainKeys("authorization", "cookie", "x-api-key");

            var forged = new NpmVerifier.Claim(hook.getString("secret"), got.headers(), got.body() + " ");
            var genuine = new NpmVerifier.Claim(hook.getString("secret"), got.headers(), got.body());
            var found = NpmVerifier.verify(List.of(genuine, forged));
            assertThat(found.at("/0/payload/data/id").textValue()).isEqualTo(id);
            assertThat(found.at("/1/genuine").booleanValue()).isFalse();
            awaitState("ann", hook, "delivered");
            as("ann")
                    .get(path(hook) + "/deliveries")
                    .then()
                    .body("deliveries.id", is(List.of(got.id())))
                    .body("deliveries[0].attempts.status", is(List.of(204)))
                    .body("deliveries[0].nextAttemptAt", nullValue());
            assertThat(receiver.got).hasSize(1);
        }
    }

    @Test
    void triesAgainUnderTheSameIdAfterTrouble() {
        try (var receiver = HookReceiver.saying(500, 302, 204)) {
            var hook = register("bob", receiver, "");
            completed("bob");
            Got last = next(receiver, 3);
            assertThat(receiver.got.stream().map(Got::id).distinct()).containsExactly(last.id());
            assertThat(receiver.got.stream().map(Got::body).distinct()).hasSize(1);
            awaitState("bob", hook, "delivered");
            as("bob")
                    .get(path(hook) + "/deliveries")
                    .then()
                    .body("deliveries[0].attempts.status", is(List.of(500, 302, 204)));
            as("bob").get(path(hook)).then().body("failingSince", nullValue());
        }
    }

    @Test
    void followsNoRedirectAndGivesUpInTheEnd() {
        try (var inside = HookReceiver.saying(200);
                var receiver = new HookReceiver((exchange, number) -> {
                    exchange.getResponseHeaders().add("Location", inside.url());
                    exchange.sendResponseHeaders(307, -1);
                })) {
            var hook = register("cal", receiver, "");
            completed("cal");
            awaitState("cal", hook, "failed");
            assertThat(receiver.got).hasSize(4);
            assertThat(inside.got).isEmpty();
            as("cal")
                    .get(path(hook))
                    .then()
                    .body("failingSince", notNullValue())
                    .body("enabled", is(true));
        }
    }

    @Test
    void goneDisablesUntilAPingIsAccepted() {
        try (var receiver = HookReceiver.saying(410, 200)) {
            var hook = register("dee", receiver, "");
            completed("dee");
            awaitState("dee", hook, "failed");
            as("dee").get(path(hook)).then().body("enabled", is(false)).body("disabledReason", notNullValue());
            String delivery = next(receiver, 1).id();
            as("dee")
                    .post(path(hook) + "/deliveries/" + delivery + "/replay")
                    .then()
                    .statusCode(409)
                    .body("code", is("WEBHOOK_DISABLED"));
            completed("dee");
            as("dee")
                    .post(path(hook) + "/ping")
                    .then()
                    .statusCode(200)
                    .body("type", is("webhook.ping"))
                    .body("state", is("delivered"))
                    .body("attempts[0].status", is(200));
            as("dee").get(path(hook)).then().body("enabled", is(true));
            assertThat(receiver.got).hasSize(2);
            as("dee")
                    .post(path(hook) + "/deliveries/" + delivery + "/replay")
                    .then()
                    .statusCode(202);
            assertThat(next(receiver, 3).id()).isEqualTo(delivery);
        }
    }

    @Test
    void slowReceiverTimesOutAndALongAnswerIsNotRead() {
        try (var receiver = new HookReceiver((exchange, number) -> {
            if (number == 0) Thread.sleep(3_000);
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[4 << 20]);
        })) {
            var hook = register("eve", receiver, "");
            completed("eve");
            awaitState("eve", hook, "delivered");
            as("eve")
                    .get(path(hook) + "/deliveries")
                    .then()
                    .body("deliveries[0].attempts[0].error", is("took too long"))
                    .body("deliveries[0].attempts[0].status", nullValue())
                    .body("deliveries[0].attempts[1].status", is(200));
        }
    }

    @Test
    void retryAfterIsHonoured() {
        try (var receiver = new HookReceiver((exchange, number) -> {
            exchange.getResponseHeaders().add("Retry-After", "3600");
            exchange.sendResponseHeaders(503, -1);
        })) {
            var hook = register("fay", receiver, "");
            completed("fay");
            await().atMost(LONG)
                    .until(() -> deliveries("fay", hook)
                                    .getList("deliveries[0].attempts")
                                    .size()
                            == 1);
            var next = Instant.parse(deliveries("fay", hook).getString("deliveries[0].nextAttemptAt"));
            assertThat(next).isAfter(Instant.now().plusSeconds(3_000));
        }
    }

    @Test
    void bothSecretsSignAfterARotation() throws Exception {
        try (var receiver = HookReceiver.saying(200)) {
            var hook = register("gus", receiver, "");
            String before = hook.getString("secret");
            String after = as("gus")
                    .post(path(hook) + "/rotate")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("secret");
            assertThat(after).startsWith("whsec_").isNotEqualTo(before);
            completed("gus");
            Got got = next(receiver, 1);
            assertThat(got.headers().get("webhook-signature").split(" ")).hasSize(2);
            var found = NpmVerifier.verify(List.of(
                    new NpmVerifier.Claim(before, got.headers(), got.body()),
                    new NpmVerifier.Claim(after, got.headers(), got.body())));
            assertThat(found.findValuesAsText("genuine")).containsExactly("true", "true");
            as("gus").get("/api/webhooks").then().body("webhooks.secret", is(Arrays.asList((Object) null)));
            assertThat(stored("webhooks")).doesNotContain(before.substring(6)).doesNotContain(after.substring(6));
        }
    }

    @Test
    void theWayIsToldInOrderAndTheEndLast() {
        try (var receiver = HookReceiver.saying(200)) {
            register("hal", receiver, ",\"events\":[\"queued\",\"running\",\"completed\"]");
            String id = image("hal");
            workers.progressed(id, Part.IMAGE, 40);
            await().until(() -> as("hal").get("/api/generations/" + id).path("status"), is("running"));
            workers.storedPlainImage(id);
            next(receiver, 3);
            assertThat(receiver.got.stream().map(got -> got.json().getString("type")))
                    .containsExactly("generation.queued", "generation.running", "generation.completed");
        }
    }

    @Test
    void hearsOnlyWhatItAskedForAndNothingOfOthers() {
        try (var receiver = HookReceiver.saying(200)) {
            var hook = register("ida", receiver, ",\"events\":[\"failed\"]");
            completed("ida");
            completed("ned");
            String failed = image("ida");
            workers.failed(failed, Part.IMAGE, FailureCode.CONTENT_REJECTED);
            assertThat(next(receiver, 1).json().getString("data.id")).isEqualTo(failed);
            awaitState("ida", hook, "delivered");
            as("ida").get(path(hook) + "/deliveries").then().body("deliveries.generationId", is(List.of(failed)));
        }
    }

    @Test
    void isForItsOwnerOnlyAndDeletingStopsIt() {
        try (var receiver = HookReceiver.saying(500)) {
            var hook = register("jan", receiver, "");
            completed("jan");
            String delivery = next(receiver, 1).id();
            for (String call : List.of("", "/deliveries"))
                as("kim").get(path(hook) + call).then().statusCode(404);
            for (String call : List.of("/ping", "/rotate", "/deliveries/" + delivery + "/replay"))
                as("kim").post(path(hook) + call).then().statusCode(404);
            as("kim").delete(path(hook)).then().statusCode(404);
            as("kim").get("/api/webhooks").then().body("webhooks", empty());
            as("jan").delete(path(hook)).then().statusCode(204);
            as("jan").get(path(hook) + "/deliveries").then().statusCode(404);
            int calls = receiver.got.size();
            await().during(Duration.ofSeconds(2)).atMost(LONG).until(() -> receiver.got.size() <= calls + 1);
            assertThat(mongo.getDatabase("mediagen")
                            .getCollection("deliveries")
                            .countDocuments(new Document("_id", delivery)))
                    .isZero();
        }
    }

    @Test
    void turnsThePagesOfTheLogAndReplays() {
        try (var receiver = HookReceiver.saying(200)) {
            var hook = register("leo", receiver, "");
            var ids = new ArrayList<String>();
            for (int number = 0; number < 3; number++) ids.addFirst(completed("leo"));
            next(receiver, 3);
            var listed = new ArrayList<String>();
            String next = "";
            while (next != null) {
                var page =
                        as("leo").get(path(hook) + "/deliveries?limit=2" + next).jsonPath();
                listed.addAll(page.getList("deliveries.generationId"));
                next = page.get("next") == null ? null : "&cursor=" + page.getString("next");
            }
            assertThat(listed).containsExactlyElementsOf(ids);
            as("leo").get(path(hook) + "/deliveries?limit=0").then().statusCode(400);
            as("leo").get(path(hook) + "/deliveries?cursor=x").then().statusCode(400);
            as("leo").post(path(hook) + "/deliveries/msg_none/replay").then().statusCode(404);
            String first = receiver.got.getFirst().id();
            await().untilAsserted(() -> as("leo")
                    .post(path(hook) + "/deliveries/" + first + "/replay")
                    .then()
                    .statusCode(202)
                    .body("state", is("pending")));
            assertThat(next(receiver, 4).id()).isEqualTo(first);
        }
    }

    @Test
    void twentyPerUserAndAProperUrlOnly() {
        try (var receiver = HookReceiver.saying(200)) {
            for (int number = 0; number < 20; number++) register("max", receiver, "");
            as("max")
                    .body(Map.of("url", receiver.url()))
                    .post("/api/webhooks")
                    .then()
                    .statusCode(429)
                    .body("code", is("QUOTA_EXCEEDED"));
        }
        for (String body : List.of("{}", "{\"url\":5}", "{\"url\":\"ftp://a.example/\"}", "{\"url\":{\"$gt\":\"\"}}"))
            as("nia").body(body).post("/api/webhooks").then().statusCode(400).body("fields[0].name", is("url"));
        as("nia")
                .body("{\"url\":\"https://a.example/\",\"events\":[\"done\"]}")
                .post("/api/webhooks")
                .then()
                .statusCode(400)
                .body("fields[0].name", is("events[0]"));
    }

    private static JsonPath register(String user, HookReceiver receiver, String more) {
        return as(user).body("{\"url\":\"%s\"%s}".formatted(receiver.url(), more))
                .post("/api/webhooks")
                .then()
                .statusCode(201)
                .body("enabled", is(true))
                .extract()
                .jsonPath();
    }

    private static String path(JsonPath hook) {
        return "/api/webhooks/" + hook.getString("id");
    }

    private static JsonPath deliveries(String user, JsonPath hook) {
        return as(user).get(path(hook) + "/deliveries").jsonPath();
    }

    private static void awaitState(String user, JsonPath hook, String state) {
        await().atMost(LONG).until(() -> deliveries(user, hook).getString("deliveries[0].state"), is(state));
    }

    /// The call of this number, counted from 1.
    private static Got next(HookReceiver receiver, int number) {
        await().atMost(LONG).until(() -> receiver.got.size() >= number);
        return receiver.got.get(number - 1);
    }

    private String completed(String user) {
        String id = image(user);
        workers.storedPlainImage(id);
        await().until(() -> as(user).get("/api/generations/" + id).path("status"), is("completed"));
        return id;
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

    private String stored(String collection) {
        var all = new StringBuilder();
        mongo.getDatabase("mediagen").getCollection(collection).find().forEach(each -> all.append(each.toJson()));
        return all.toString();
    }
}
