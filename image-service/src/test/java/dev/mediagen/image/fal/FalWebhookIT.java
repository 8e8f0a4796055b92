package dev.mediagen.image.fal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import dev.mediagen.image.Image;
import dev.mediagen.image.ImageProvider;
import dev.mediagen.image.Requests;
import dev.mediagen.local.servers.TestServers;
import dev.mediagen.worker.parts.ProviderException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// fal's webhooks against the running service and its database.
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(value = FalServer.class, restrictToAnnotatedClass = true)
class FalWebhookIT {
    @Inject
    FalDeliveries deliveries;

    @Inject
    @Any
    Instance<ImageProvider> providers;

    @Inject
    MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    @ConfigProperty(name = "test.fal.signing-key")
    String signingKey;

    @TestHTTPResource("/webhooks/fal")
    URI address;

    @TempDir
    Path dir;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String id = "job-" + UUID.randomUUID();
    private final String submission = UUID.randomUUID().toString();
    private final String body =
            "{\"request_id\": \"%s\", \"status\": \"ERROR\", \"error\": \"x\", \"payload\": null}".formatted(id);

    @AfterEach
    void closeClient() {
        http.close();
    }

    @Test
    void keepsWhatFalSignedOnce() throws Exception {
        FalContract.checked("webhook", body);
        assertThat(post(signed(0), body)).isEqualTo(200);
        assertThat(post(signed(1), body)).isEqualTo(200);
        assertThat(deliveries.requestId(submission)).contains(id);
        var kept = mongo.getDatabase(database).getCollection("falDeliveries").find(new Document("_id", id));
        assertThat(kept).singleElement().satisfies(delivery -> {
            assertThat(delivery.getString("status")).isEqualTo("ERROR");
            assertThat(delivery.getDate("expiresAt")).isAfter(delivery.getDate("receivedAt"));
        });
    }

    @Test
    void refusesWhatFalDidNotSign() throws Exception {
        var forged = FalSigner.sign(FalSigner.create().secret(), id, "github|1", now(), body);
        assertThat(post(forged, body)).isEqualTo(401);
        assertThat(post(signed(0), body + " ")).isEqualTo(401);
        assertThat(post(new FalSignature(id, "github|1", String.valueOf(now()), "00"), body))
                .isEqualTo(401);
        assertThat(deliveries.requestId(submission)).isEmpty();
    }

    @Test
    void refusesWhatFalSignedForAnotherUser() throws Exception {
        assertThat(post(FalSigner.sign(signingKey, id, "github|2", now(), body), body))
                .isEqualTo(401);
        assertThat(deliveries.requestId(submission)).isEmpty();
    }

    @Test
    void refusesALetterAboutAnotherJobThanItsHeaderNames() throws Exception {
        assertThat(post(FalSigner.sign(signingKey, "job-other", "github|1", now(), body), body))
                .isEqualTo(400);
        assertThat(deliveries.requestId(submission)).isEmpty();
    }

    @Test
    void keepsNothingUnderNamesThatAreNotOurs() throws Exception {
        assertThat(post(signed(0), body, "g".repeat(200), submission)).isEqualTo(200);
        assertThat(post(signed(0), body, "g1", "1-1-1-1-1")).isEqualTo(200);
        assertThat(deliveries.requestId(submission)).isEmpty();
        assertThat(deliveries.requestId("1-1-1-1-1")).isEmpty();
    }

    @Test
    void refusesWhatIsOld() throws Exception {
        assertThat(post(signed(-301), body)).isEqualTo(401);
        assertThat(deliveries.requestId(submission)).isEmpty();
    }

    @Test
    void refusesALetterWithoutSignature() throws Exception {
        var bare = HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(body));
        assertThat(status(bare)).isEqualTo(401);
    }

    @Test
    void givesALostJobToTheTryThatWaitsForIt() throws Exception {
        var desk = FalDesk.first(dir);
        new FalJob("fal", submission, 1, System.currentTimeMillis(), null, null, null, null, List.of()).note(desk);
        var made = new AtomicReference<Image>();
        Thread.ofVirtual().start(() -> made.set(generate(desk)));
        assertThat(post(signed(0), body)).isEqualTo(200);
        await().untilAsserted(() -> assertThat(made.get()).isNotNull());
        assertThat(made.get().requestId()).isEqualTo(id);
        assertThat(desk.note()).map(note -> note.contains(id)).isEqualTo(Optional.of(true));
    }

    private Image generate(FalDesk desk) {
        var fal = providers.stream().filter(p -> p.name().equals("fal")).findFirst();
        try {
            return fal.orElseThrow().generate(Requests.image("cat").build(), null, desk);
        } catch (ProviderException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private FalSignature signed(long later) {
        return FalSigner.sign(signingKey, id, "github|1", now() + later, body);
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private int post(FalSignature signature, String letter) throws IOException, InterruptedException {
        return post(signature, letter, "g%201", submission);
    }

    private int post(FalSignature signature, String letter, String generation, String ofSubmission)
            throws IOException, InterruptedException {
        var uri = URI.create("%s?generation=%s&epoch=7&submission=%s".formatted(address, generation, ofSubmission));
        return status(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("X-Fal-Webhook-Request-Id", signature.requestId())
                .header("X-Fal-Webhook-User-Id", signature.userId())
                .header("X-Fal-Webhook-Timestamp", signature.timestamp())
                .header("X-Fal-Webhook-Signature", signature.signature())
                .POST(HttpRequest.BodyPublishers.ofString(letter)));
    }

    private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
