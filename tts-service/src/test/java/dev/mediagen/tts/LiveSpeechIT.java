package dev.mediagen.tts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.GenerationCompleted;
import dev.mediagen.contracts.GenerationFailed;
import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.contracts.TextContent;
import dev.mediagen.local.servers.TestServers;
import dev.mediagen.local.servers.TopicLog;
import dev.mediagen.worker.events.EventPublisher;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

/// The door for the gateway over real HTTP, with a real broker, database and store.
@QuarkusTest
@TestProfile(LiveSpeechIT.Door.class)
@QuarkusTestResource(TestServers.class)
class LiveSpeechIT {
    private static final String TOKEN = "a-secret-of-this-test";

    @TestHTTPResource("/internal/speech/live")
    URI door;

    @Inject
    GatedVoice voice;

    @Inject
    EventPublisher publisher;

    @Inject
    S3Client s3;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String id = UUID.randomUUID().toString();
    private TopicLog log;

    public static class Door implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("MEDIA_INTERNAL_TOKEN", TOKEN, "media.cache.enabled", "true");
        }
    }

    @BeforeEach
    void listen() {
        log = TopicLog.of(kafka, GenerationCompleted.TOPIC, GenerationFailed.TOPIC);
    }

    @AfterEach
    void stopListening() {
        voice.letGoOn(id);
        log.close();
        client.shutdownNow();
    }

    @Test
    void isHeardBeforeItIsFinishedAndKeptAsItWasHeard() throws Exception {
        var answer = call(TOKEN, speech("Hello there. " + part(), GatedVoice.NAME, AudioFormat.MP3));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("audio/mpeg");
        assertThat(answer.headers().firstValue("Transfer-Encoding")).hasValue("chunked");
        var beginning = answer.body().readNBytes(1_000);
        assertThat(beginning).hasSize(1_000);
        assertThat(log.values(GenerationCompleted.TOPIC, id)).isEmpty();
        voice.letGoOn(id);
        var rest = answer.body().readAllBytes();

        assertThat(concat(beginning, rest)).isEqualTo(kept());
        assertThat(voice.calls(id)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(AudioFormat.class)
    void isHeardSentenceBySentenceInTheSandbox(AudioFormat format) throws Exception {
        var text = "Rockets are loud. The crowd was quiet. Nobody said a word until the very end. " + id;

        var heard = call(TOKEN, speech(text, "sandbox", format)).body().readAllBytes();

        var kept = kept();
        assertThat(heard).hasSameSizeAs(kept).isNotEmpty();
        // only the head differs: it knows no length while it is sent
        assertThat(tail(heard)).isEqualTo(tail(kept));
    }

    @Test
    void isFinishedForNobodyWhenTheListenerLeaves() throws Exception {
        var answer = call(TOKEN, speech("Hello there. " + part(), GatedVoice.NAME, AudioFormat.MP3));
        assertThat(answer.body().readNBytes(10)).hasSize(10);
        answer.body().close();
        voice.letGoOn(id);

        assertThat(kept()).isNotEmpty();
        assertThat(voice.calls(id)).isEqualTo(1);
    }

    @Test
    void isCutButMadeAfterAllWhenTheProviderStumbles() throws Exception {
        var answer = call(TOKEN, speech("I stumble. " + part(), GatedVoice.NAME, AudioFormat.MP3));
        assertThat(answer.body().readNBytes(10)).hasSize(10);
        voice.letGoOn(id);

        assertThatThrownBy(() -> answer.body().readAllBytes()).isInstanceOf(IOException.class);
        assertThat(kept()).isNotEmpty();
        assertThat(voice.calls(id)).isEqualTo(2);
    }

    @Test
    void saysThatNothingCanBeHeard() throws Exception {
        var answer = call(TOKEN, speech("I refuse. " + part(), GatedVoice.NAME, AudioFormat.MP3));

        assertThat(answer.statusCode()).isEqualTo(502);
        await().until(() -> !log.values(GenerationFailed.TOPIC, id).isEmpty());
        assertThat(log.values(GenerationFailed.TOPIC, id).getFirst()).contains("CONTENT_REJECTED");
    }

    @Test
    void leavesAloneWhatIsUnderWay() throws Exception {
        var request = speech("Hello there. " + part(), GatedVoice.NAME, AudioFormat.MP3);
        var first = call(TOKEN, request);
        assertThat(first.statusCode()).isEqualTo(200);

        assertThat(call(TOKEN, request).statusCode()).isEqualTo(503);
        publisher.publish(id, request);
        voice.letGoOn(id);

        assertThat(first.body().readAllBytes()).isEqualTo(kept());
        assertThat(voice.calls(id)).isEqualTo(1);
    }

    @Test
    void sendsWhatIsCachedAtOnce() throws Exception {
        var text = "Said before " + part() + ".";
        var request = speech(text, "sandbox", AudioFormat.MP3);
        call(TOKEN, request).body().readAllBytes();
        kept();
        var again = UUID.randomUUID().toString();

        var heard = call(TOKEN, speech(again, text, "sandbox", AudioFormat.MP3));

        assertThat(heard.statusCode()).isEqualTo(200);
        assertThat(heard.body().readAllBytes()).isEqualTo(kept(again));
        assertThat(log.values(GenerationCompleted.TOPIC, again).getFirst()).contains("\"fromCache\":true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a-secret-of-this-tes", "wrong"})
    void isClosedToOthers(String token) throws Exception {
        var answer = call(token, speech("Hello there. " + part(), GatedVoice.NAME, AudioFormat.MP3));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(voice.calls(id)).isZero();
    }

    @Test
    void isClosedToThoseWhoShowNothing() throws Exception {
        var request = HttpRequest.newBuilder(door).header("Content-Type", "application/json");
        var answer = client.send(
                request.POST(HttpRequest.BodyPublishers.ofString("{}")).build(),
                HttpResponse.BodyHandlers.discarding());

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    /// Makes a text that is in no cache.
    private String part() {
        return id.substring(0, 8);
    }

    private HttpResponse<InputStream> call(String token, SpeechRequested body) throws Exception {
        var request = HttpRequest.newBuilder(door)
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("X-Internal-Token", token)
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        ContractJson.mapper().writeValueAsBytes(body)))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    private SpeechRequested speech(String text, String provider, AudioFormat format) {
        return speech(id, text, provider, format);
    }

    private static SpeechRequested speech(String id, String text, String provider, AudioFormat format) {
        return new SpeechRequested(
                id,
                "acme",
                "ann",
                Instant.now().plusSeconds(120),
                new TextContent(text, null),
                "Aria",
                null,
                0.5,
                0.75,
                0,
                1,
                null,
                null,
                null,
                format,
                AudioQuality.MEDIUM,
                true,
                true,
                provider,
                null,
                null);
    }

    private byte[] kept() throws IOException {
        return kept(id);
    }

    private byte[] kept(String generation) throws IOException {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !log.values(GenerationCompleted.TOPIC, generation).isEmpty());
        var completion = ContractJson.mapper()
                .readValue(log.values(GenerationCompleted.TOPIC, generation).getFirst(), GenerationCompleted.class);
        return s3.getObjectAsBytes(
                        g -> g.bucket("media").key(completion.staged().key()))
                .asByteArray();
    }

    private static byte[] tail(byte[] audio) {
        return Arrays.copyOfRange(audio, 512, audio.length);
    }

    private static byte[] concat(byte[] a, byte[] b) {
        var all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }
}
