package dev.mediagen.tts.modelserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.tts.RecordingContext;
import dev.mediagen.tts.modelserver.ModelServerStub.Said;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.parts.ProviderException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the three model servers have in common, against a real bucket.
class ModelServerTest {
    private final String outputs = "model-outputs-%s/".formatted(UUID.randomUUID());
    private final ModelServer server = TestBucket.server();

    @TempDir
    Path workDir;

    private ModelServerStub stub;

    @BeforeEach
    void start() throws IOException {
        stub = new ModelServerStub(new ModelServerStub.Model(
                "/generate", List.of("text"), List.of(), outputs, 24_000, "Failed to generate speech"));
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void takesTheObjectFromTheBucketAndLeavesNothingThere() throws Exception {
        var audio = make(route());
        assertThat(AudioCodec.duration(audio)).isEqualTo(0.5);
        assertThat(audio).startsWith(workDir);
        assertThat(TestBucket.keys(outputs)).isEmpty();
        assertThat(stub.received()).extracting(ModelServerStub.Received::call).containsExactly("POST /generate");
    }

    @Test
    void fetchesTheUrlOfAServerWithAnotherBucketWithoutTheKey() throws Exception {
        stub.sharesBucket = false;
        assertThat(AudioCodec.duration(make(route()))).isEqualTo(0.5);
        var fetched = stub.received().getLast();
        assertThat(fetched.call()).startsWith("GET /files/");
        assertThat(fetched.authorization()).isNull();
    }

    @Test
    void fetchesTheUrlOfAnotherBucketOfOurStore() {
        var elsewhere = TestBucket.ENDPOINT + "/other/a.wav";
        stub.said = made(outputs + UUID.randomUUID() + ".wav", elsewhere);
        // the store was asked: it wants a signature, which this URL has not
        assertThat(failure(route())).hasMessage("styletts2 made audio that cannot be fetched");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://elsewhere.example/a.wav",
                "http://169.254.169.254/a.wav",
                "http://127.0.0.1.elsewhere.example/a.wav",
                "http://127.0.0.1@elsewhere.example/a.wav",
                "http://user@127.0.0.1/a.wav",
                "file:///etc/passwd",
                "ftp://127.0.0.1/a.wav",
                "not a url",
                ""
            })
    void fetchesNothingFromElsewhere(String url) {
        stub.said = made(outputs + UUID.randomUUID() + ".wav", url);
        assertThat(failure(route()).code()).isEqualTo(FailureCode.QUALITY_REJECTED);
        assertThat(failure(route()).isCostly()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.wav",
                "t/acme/audio/a.wav",
                "uploads/a.wav",
                "other-outputs/a.wav",
                "OWN/../uploads/a.wav",
                "OWN/.wav",
                "OWN/a.mp3"
            })
    void takesNothingButTheServersOwnObjects(String pattern) throws IOException {
        var key = pattern.replace("OWN/", outputs);
        if (!key.isEmpty() && !key.contains("..")) TestBucket.put(key, ModelServerStub.wav(24_000));
        stub.said = made(key, stub.uri() + "/files/a.wav");
        assertThat(failure(route()).code()).isEqualTo(FailureCode.QUALITY_REJECTED);
        assertThat(stub.received()).hasSize(1);
    }

    @Test
    void neitherTakesNorDeletesWhatStorageKeeps() throws IOException {
        var kept = outputs + UUID.randomUUID() + ".wav";
        TestBucket.put(kept, ModelServerStub.wav(24_000), "private, max-age=31536000, immutable");
        stub.said = made(kept, stub.uri() + "/files/a.wav");
        assertThat(failure(route()).code()).isEqualTo(FailureCode.QUALITY_REJECTED);
        assertThat(TestBucket.keys(kept)).containsExactly(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ID3 not a wav", "RIFF....WAVE", "<html>"})
    void refusesAudioThatIsNone(String bytes) {
        stub.audio = bytes.getBytes();
        var failure = failure(route());
        assertThat(failure.code()).isEqualTo(FailureCode.QUALITY_REJECTED);
        assertThat(failure.isCostly()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"made\"", "{\"s3_key\":7}"})
    void refusesAnAnswerThatCannotBeRead(String body) {
        stub.said = new Said(200, body, Map.of());
        assertThat(failure(route()).code()).isEqualTo(FailureCode.QUALITY_REJECTED);
    }

    @Test
    void tellsAServerWithoutItsModelFromOneThatFailed() {
        stub.loaded(false);
        assertThat(failure(route())).hasMessage("styletts2 has not loaded its model");
        assertThat(stub.received().getLast().call()).isEqualTo("GET /health");
        Contract.assertValid(stub.answers().getFirst(), "modelserver/refused");
        Contract.assertValid(stub.answers().getLast(), "modelserver/health");
    }

    @Test
    void waitsItsTurnAtABusyServer() throws Exception {
        stub.delay = Duration.ofMillis(300);
        var first = CompletableFuture.supplyAsync(() -> failureOrNull(route()));
        var second = CompletableFuture.supplyAsync(() -> failureOrNull(route()));
        assertThat(first.get()).isNull();
        assertThat(second.get()).isNull();
    }

    @Test
    void givesUpAfterItsLimit() {
        stub.delay = Duration.ofSeconds(20);
        var impatient = config(Optional.of(stub.uri()), Duration.ofMillis(300));
        var failure = failure(new ModelRoute("styletts2", "STYLETTS2_API_ROUTE", outputs, impatient));
        assertThat(failure.code()).isEqualTo(FailureCode.PROVIDER_TIMEOUT);
        assertThat(failure.isCostly()).isTrue();
    }

    @Test
    void stopsSoonAfterItsThreadIsInterrupted() throws Exception {
        stub.delay = Duration.ofSeconds(20);
        var ended = new CompletableFuture<Throwable>();
        var thread = Thread.ofVirtual().start(() -> ended.complete(failureOrNull(route())));
        await().until(() -> !stub.received().isEmpty());
        thread.interrupt();
        assertThat(ended.get(5, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void saysThatNobodyIsThere() {
        stub.close();
        var failure = failure(route());
        assertThat(failure.code()).isEqualTo(FailureCode.PROVIDER_UNAVAILABLE);
        assertThat(failure.isCostly()).isFalse();
    }

    @Test
    void saysThatTheStoreDidNotAnswerBeforeTheDeadline() {
        var storeless = TestBucket.server(URI.create("http://127.0.0.1:9"));
        var context = new RecordingContext(workDir, Instant.now().plusSeconds(1));
        var failure = catchThrowableOfType(
                ProviderException.class, () -> storeless.make(route(), "/generate", Map.of("text", "hi"), context));
        assertThat(failure.code()).isEqualTo(FailureCode.STORAGE_UNAVAILABLE);
        assertThat(failure.isCostly()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 503})
    void waitsForTheStoreSoThatTheServerWorksOnce(int status) throws Exception {
        var patient = TestBucket.serverOfAStoreThatRefuses(2, status);
        var audio = patient.make(route(), "/generate", Map.of("text", "hi"), new RecordingContext(workDir));

        assertThat(AudioCodec.duration(audio)).isEqualTo(0.5);
        assertThat(stub.received()).extracting(ModelServerStub.Received::call).containsExactly("POST /generate");
    }

    @Test
    @Timeout(60)
    void doesNotWaitLongForTheHealthOfAServerThatFailed() {
        stub.said = ModelServerStub.detail(500, "Failed to generate speech");
        stub.healthDelay = Duration.ofSeconds(90);
        assertThat(failure(route())).hasMessage("styletts2 failed to make the audio");
    }

    @Test
    void whereItIsSaysNothingSecret() {
        var secret = URI.create("http://ann:secret@10.0.0.1:7000/base");
        assertThat(new ModelRoute("styletts2", "S", outputs, config(Optional.of(secret), Duration.ofSeconds(180)))
                        .setup())
                .isEqualTo("http://10.0.0.1:7000/base");
    }

    @Test
    void refusesALimitThatWouldGiveUpHealthyServers() {
        var hasty = config(Optional.of(stub.uri()), Duration.ofSeconds(59));
        assertThatThrownBy(() -> ModelRoute.of("styletts2", "STYLETTS2_API_ROUTE", outputs, hasty))
                .hasMessage("media.styletts2.limit is shorter than PT1M");
    }

    private ModelRoute route() {
        var config = config(Optional.of(stub.uri()), Duration.ofSeconds(180));
        return ModelRoute.of("styletts2", "STYLETTS2_API_ROUTE", outputs, config);
    }

    private static TestConfig config(Optional<URI> route, Duration limit) {
        return new TestConfig(route, Optional.of(ModelServerStub.KEY), limit);
    }

    private Path make(ModelRoute route) throws ProviderException, InterruptedException {
        return server.make(route, "/generate", Map.of("text", "hi"), new RecordingContext(workDir));
    }

    private ProviderException failure(ModelRoute route) {
        return catchThrowableOfType(ProviderException.class, () -> make(route));
    }

    private Throwable failureOrNull(ModelRoute route) {
        try {
            make(route);
            return null;
        } catch (ProviderException | InterruptedException e) {
            return e;
        }
    }

    private static Said made(String key, String url) {
        return new Said(200, "{\"s3_key\":\"%s\",\"audio_url\":\"%s\"}".formatted(key, url), Map.of());
    }
}
