package dev.mediagen.gateway;

import static dev.mediagen.gateway.Callers.ann;
import static dev.mediagen.gateway.Callers.awaitStatus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.local.servers.TestServers;
import dev.mediagen.local.servers.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Speech that is heard while it is made, with tts-service played over real HTTP; one of its two replicas is gone.
@QuarkusTest
@TestProfile(TwoUsers.class)
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(StubSpeech.class)
class LiveSpeechIT {
    private static final int HALF = StubSpeech.AUDIO.length / 2;

    @TestHTTPResource("/api/stream/speech")
    URI stream;

    @Inject
    Workers workers;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String name = UUID.randomUUID().toString();
    private TopicLog log;

    @BeforeEach
    void listen() {
        log = TopicLog.of(kafka, SpeechRequested.TOPIC);
        Callers.know(workers);
    }

    @AfterEach
    void stopListening() {
        client.shutdownNow();
        log.close();
    }

    @Test
    void isHeardWhileItIsMadeAndIsOneGeneration() throws Exception {
        String text = "Hello & good day, " + name;
        var answer = get("text=" + encoded(text) + "&voiceId=Roger&speed=0.9&format=opus&alignment=false");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(AudioFormat.OPUS.mediaType());
        assertThat(answer.headers().firstValue("Transfer-Encoding")).hasValue("chunked");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("private");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
        var id = id(answer);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/api/generations/" + id);
        var beginning = answer.body().readNBytes(HALF);
        assertThat(beginning).isEqualTo(Arrays.copyOf(StubSpeech.AUDIO, HALF));
        StubSpeech.letGoOn(text);
        assertThat(answer.body().readAllBytes())
                .isEqualTo(Arrays.copyOfRange(StubSpeech.AUDIO, HALF, StubSpeech.AUDIO.length));

        var asked = asked(text);
        assertThat(asked.generationId()).isEqualTo(id);
        assertThat(asked.voice()).isEqualTo("Roger");
        assertThat(asked.speed()).isEqualTo(0.9);
        assertThat(asked.user()).isEqualTo("ann");
        assertThat(StubSpeech.TOKENS).containsOnly(StubSpeech.TOKEN);
        workers.storedAudio(id);
        awaitStatus(id, "completed");
    }

    @Test
    void takesABodyAsWell() throws Exception {
        String text = "Posted " + name;
        StubSpeech.letGoOn(text);

        var answer = post("{\"text\":\"%s\",\"seed\":7}".formatted(text));

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("audio/mpeg");
        assertThat(answer.body().readAllBytes()).isEqualTo(StubSpeech.AUDIO);
        assertThat(asked(text).seed()).isEqualTo("7");
    }

    @Test
    void isCutWhereTheVoiceBreaksOffAndGoesOnWithoutIt() throws Exception {
        String text = "broken " + name;
        var answer = get("text=" + encoded(text));
        assertThat(answer.body().readNBytes(HALF)).hasSize(HALF);
        StubSpeech.letGoOn(text);

        assertThatThrownBy(() -> answer.body().readAllBytes()).isInstanceOf(IOException.class);
        // whoever is asked next is asked as always
        var id = id(answer);
        await().until(() -> !log.values(SpeechRequested.TOPIC, id).isEmpty());
    }

    @Test
    void goesOnToItsEndWhenTheListenerLeaves() throws Exception {
        String text = "Unheard " + name;
        var answer = get("alignment=false&text=" + encoded(text));
        assertThat(answer.body().readNBytes(10)).hasSize(10);
        answer.body().close();
        StubSpeech.letGoOn(text);

        var id = id(answer);
        ann().get("/api/generations/" + id).then().body("failed", is(false));
        workers.storedAudio(id);
        awaitStatus(id, "completed");
    }

    @Test
    void isSentOnceItIsKeptWhenNobodyHasRoom() throws Exception {
        var answer = later("text=" + encoded("busy " + name));
        workers.storedAudio(askedOverTheBroker("busy " + name));

        assertThat(answer.join().statusCode()).isEqualTo(200);
        assertThat(answer.join().body().readAllBytes()).isEqualTo("ID3-not-really".getBytes());
    }

    @Test
    void saysWhyNothingCouldBeHeard() throws Exception {
        var answer = later("text=" + encoded("failing " + name));
        var id = askedOverTheBroker("failing " + name);
        workers.failed(id, Part.AUDIO, FailureCode.API_KEY_MISSING);

        assertThat(answer.join().statusCode()).isEqualTo(500);
        assertThat(answer.join().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(id(answer.join())).isEqualTo(id);
        assertThat(new String(answer.join().body().readAllBytes(), StandardCharsets.UTF_8))
                .contains("\"code\":\"API_KEY_MISSING\"", id);
    }

    @Test
    void isDocumented() {
        var paths = ann().get("/q/openapi?format=json").jsonPath();

        assertThat(paths.getList("paths.'/api/stream/speech'.get.parameters.name"))
                .contains("text", "voice", "modelId", "speed", "stability", "format");
        assertThat(paths.getMap("paths.'/api/stream/speech'.post.requestBody")).isNotEmpty();
    }

    private String askedOverTheBroker(String text) {
        await().until(() ->
                StubSpeech.ASKED.stream().anyMatch(r -> text.equals(r.text().inline())));
        var id = asked(text).generationId();
        await().until(() -> !log.values(SpeechRequested.TOPIC, id).isEmpty());
        return id;
    }

    private static SpeechRequested asked(String text) {
        return StubSpeech.ASKED.stream()
                .filter(request -> text.equals(request.text().inline()))
                .findFirst()
                .orElseThrow();
    }

    private static String id(HttpResponse<InputStream> answer) {
        return answer.headers().firstValue("X-Generation-Id").orElseThrow();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<InputStream> get(String query) throws Exception {
        return client.send(request(query).build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private CompletableFuture<HttpResponse<InputStream>> later(String query) {
        return client.sendAsync(request(query).build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private HttpResponse<InputStream> post(String body) throws Exception {
        var request = request("")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    private HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(URI.create(stream + "?" + query)).header("X-API-Key", TwoUsers.key("ann"));
    }
}
