package dev.mediagen.gateway;

import static dev.mediagen.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.Part;
import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.accounts.Accounts;
import dev.mediagen.local.servers.TestServers;
import dev.mediagen.local.servers.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Credits and idempotency keys, over the real broker and database. A user of its own for each test.
@QuarkusTest
@TestProfile(Savers.class)
@QuarkusTestResource(TestServers.class)
class MoneyIT {
    private static final String IMAGE = "{\"prompt\":\"a boat\"}";

    @Inject
    Workers workers;

    @Inject
    Accounts accounts;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @BeforeEach
    void know() {
        Callers.know(workers);
    }

    @Test
    void chargesWhatIsStored() {
        String id = id(post("ann", null, IMAGE));
        as("ann")
                .get("/api/generations/" + id)
                .then()
                .body("credits.quoted", is(50))
                .body("credits.reserved", is(50))
                .body("credits.charged", is(0));
        account("ann", 2450, 50);
        workers.storedPlainImage(id);
        awaitStatus("ann", id, "completed");
        as("ann")
                .get("/api/generations/" + id)
                .then()
                .body("credits.reserved", is(0))
                .body("credits.charged", is(50));
        account("ann", 2450, 0);
        assertThat(movements("ann")).containsExactlyInAnyOrder("grant 2500", "reserve -50", "capture 0");
    }

    @Test
    void failureIsFree() {
        String id = id(post("bob", null, IMAGE));
        workers.failed(id, Part.IMAGE, FailureCode.CONTENT_REJECTED);
        awaitStatus("bob", id, "failed");
        account("bob", 2500, 0);
        assertThat(movements("bob")).containsExactlyInAnyOrder("grant 2500", "reserve -50", "release 50");
    }

    @Test
    void cacheHitIsFree() {
        String id = id(post("cal", null, IMAGE));
        workers.storedImageFromCache(id);
        awaitStatus("cal", id, "completed");
        account("cal", 2500, 0);
    }

    @Test
    void partialStoryIsChargedForWhatIsThere() {
        String id = as("dee")
                .header("Prefer", "respond-async")
                .body("{\"headline\":\"a\",\"artStyle\":\"Monet\",\"captions\":false}")
                .post("/api/media")
                .then()
                .statusCode(202)
                .body("credits.quoted", is(100))
                .extract()
                .path("id");
        workers.madePrompt(id);
        workers.storedImage(id);
        workers.failed(id, Part.AUDIO, FailureCode.PROVIDER_UNAVAILABLE);
        awaitStatus("dee", id, "partial");
        account("dee", 2450, 0);
    }

    @Test
    void ofTwoHundredAtOnceExactlyFiftyAreAccepted() throws Exception {
        try (var log = TopicLog.of(kafka, ImageRequested.TOPIC)) {
            var answers = atOnce(Collections.nCopies(200, () -> post("eve", null, IMAGE)));
            var ids = answers.stream()
                    .filter(answer -> answer.statusCode() == 202)
                    .map(MoneyIT::id)
                    .toList();
            assertThat(ids).hasSize(50);
            assertThat(answers.stream().filter(answer -> answer.statusCode() == 402))
                    .hasSize(150)
                    .allMatch(answer -> answer.path("code").equals("INSUFFICIENT_CREDITS"));
            account("eve", 0, 2500);
            await().until(() -> log.keys(ImageRequested.TOPIC).containsAll(ids));
            ids.forEach(workers::storedPlainImage);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> as("eve").get("/api/account").path("reserved"), is(0));
            account("eve", 0, 0);
            // nobody was asked for what could not be paid
            var asked = List.copyOf(log.keys(ImageRequested.TOPIC));
            assertThat(asked.stream().filter(key -> owner("eve", key)).distinct())
                    .containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    @Test
    void sameKeyAndBodyIsTheSameGeneration() throws Exception {
        String key = UUID.randomUUID().toString();
        var answers = atOnce(Collections.nCopies(20, () -> post("fay", key, IMAGE)));
        assertThat(answers).allMatch(answer -> answer.statusCode() == 202 || answer.statusCode() == 409);
        var ids = answers.stream().filter(answer -> answer.statusCode() == 202).map(MoneyIT::id);
        assertThat(ids.distinct()).hasSize(1);
        account("fay", 2450, 50);

        var other = post("fay", key, "{\"prompt\":\"a ship\"}");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.<String>path("code")).isEqualTo("IDEMPOTENCY_MISMATCH");
        account("fay", 2450, 50);
        assertThat(id(post("gus", key, IMAGE))).isNotEqualTo(id(post("fay", key, IMAGE)));
    }

    @Test
    void whatWasRefusedMayBeTriedAgainUnderTheSameKey() {
        String never = UUID.randomUUID().toString();
        accounts.admit(
                new Caller("savers", "hal"),
                new Accounts.Start(never, Kind.IMAGE, Map.of(Part.IMAGE, 2480L), true, false));
        String key = UUID.randomUUID().toString();
        assertThat(post("hal", key, IMAGE).statusCode()).isEqualTo(402);
        // that generation was never recorded, so its credits come back
        await().atMost(Duration.ofSeconds(40))
                .until(() -> as("hal").get("/api/account").path("reserved"), is(0));
        account("hal", 2500, 0);
        assertThat(post("hal", key, IMAGE).statusCode()).isEqualTo(202);
        assertThat(as("hal")
                        .header("Idempotency-Key", "not a key")
                        .body(IMAGE)
                        .post("/api/image/generate")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void turnsThePagesOfTheLedger() {
        for (int image = 0; image < 3; image++) post("ida", null, IMAGE);
        assertThat(movements("ida")).containsExactly("reserve -50", "reserve -50", "reserve -50", "grant 2500");
        as("ida").get("/api/account/ledger?cursor=x").then().statusCode(400).body("fields[0].name", is("cursor"));
        as("ida").get("/api/account/ledger?limit=0").then().statusCode(400);
    }

    private static Response post(String user, String key, String body) {
        var request = as(user).header("Prefer", "respond-async").body(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).post("/api/image/generate");
    }

    private static String id(Response accepted) {
        return accepted.then().statusCode(202).extract().path("id");
    }

    private static boolean owner(String user, String id) {
        return as(user).get("/api/generations/" + id).statusCode() == 200;
    }

    private static void awaitStatus(String user, String id, String status) {
        await().until(() -> as(user).get("/api/generations/" + id).path("status"), is(status));
    }

    /// Settled as soon as the end is recorded, which is seen a moment before.
    private static void account(String user, int balance, int reserved) {
        await().untilAsserted(() ->
                as(user).get("/api/account").then().body("balance", is(balance)).body("reserved", is(reserved)));
        long sum = pages(user).mapToLong(line -> (Integer) line.get("amount")).sum();
        assertThat(sum).isEqualTo(balance);
    }

    private static List<String> movements(String user) {
        return pages(user)
                .map(line -> line.get("type") + " " + line.get("amount"))
                .toList();
    }

    /// Newest first, two lines a page.
    private static Stream<Map<String, Object>> pages(String user) {
        var lines = new ArrayList<Map<String, Object>>();
        String cursor = "";
        while (cursor != null) {
            var page = as(user).get("/api/account/ledger?limit=2" + cursor).jsonPath();
            lines.addAll(page.getList("movements"));
            cursor = page.get("next") == null ? null : "&cursor=" + page.getString("next");
        }
        return lines.stream();
    }

    private static List<Response> atOnce(List<Callable<Response>> calls) throws Exception {
        try (var threads = Executors.newFixedThreadPool(32)) {
            var answers = new ArrayList<Response>();
            for (Future<Response> answer : threads.invokeAll(calls)) answers.add(answer.get());
            return answers;
        }
    }
}
