package dev.mediagen.tts.modelserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.tts.RecordingContext;
import dev.mediagen.tts.modelserver.ModelServerStub.Said;
import dev.mediagen.worker.parts.ProviderException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every refusal the servers were seen to give, and those of proxies before them.
class ModelRefusalTest {
    private final ModelServer server = TestBucket.server();

    @TempDir
    Path workDir;

    private ModelServerStub stub;

    @BeforeEach
    void start() throws IOException {
        stub = new ModelServerStub(
                new ModelServerStub.Model("/generate", List.of("text"), List.of(), "outputs/", 24_000, "failed"));
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            401 | {"detail":"API key is missing"} | UNAUTHORIZED | false | model got no key
            401 | {"detail":"Invalid API key"} | UNAUTHORIZED | false | model does not accept the key in BACKEND_API_KEY
            403 | {"detail":"Forbidden"} | UNAUTHORIZED | false | model answered with status 403
            400 | {"detail":"Text length exceeds the limit of 5000 characters"} | INVALID_REQUEST | false | model says the text is too long
            400 | {"detail":"Target voice not supported. Choose from: andreas, woman"} | INVALID_REQUEST | false | model does not have this voice
            422 | {"detail":[{"type":"missing","loc":["body","text"],"msg":"Field required","input":{}}]} | INVALID_REQUEST | false | model cannot read the request
            404 | {"detail":"Not Found"} | NOT_AVAILABLE | false | model does not know this call: is MODEL_ROUTE right?
            405 | {"detail":"Method Not Allowed"} | NOT_AVAILABLE | false | model does not know this call: is MODEL_ROUTE right?
            413 | <html>too large</html> | INVALID_REQUEST | false | model answered with status 413
            500 | {"detail":"Failed to generate speech"} | PROVIDER_UNAVAILABLE | false | model failed to make the audio
            500 | {"detail":"Error in voice conversion"} | PROVIDER_UNAVAILABLE | false | model failed to make the audio
            500 | {"detail":"Error generating audio"} | PROVIDER_UNAVAILABLE | false | model failed to make the audio
            500 | Internal Server Error | PROVIDER_UNAVAILABLE | false | model failed to make the audio
            402 | {} | QUOTA_EXHAUSTED | false | model answered with status 402
            408 | {} | PROVIDER_TIMEOUT | false | model answered with status 408
            429 | {} | RATE_LIMITED | false | model answered with status 429
            502 | <html>bad gateway</html> | PROVIDER_UNAVAILABLE | true | model answered with status 502
            503 | {} | PROVIDER_UNAVAILABLE | false | model answered with status 503
            504 | {} | PROVIDER_TIMEOUT | true | model answered with status 504
            302 | {} | UNEXPECTED | false | model answered with status 302
            """)
    void saysWhatARefusalMeans(int status, String body, FailureCode code, boolean costly, String message) {
        if (body.contains("detail")) Contract.assertValid(body, "modelserver/refused");
        stub.said = new Said(status, body, Map.of());
        var failure = refusal();
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure).hasMessage(message);
        assertThat(failure.isCostly()).isEqualTo(costly);
        assertThat(printed(failure)).doesNotContain(ModelServerStub.KEY);
    }

    @Test
    void passesOnWhenItMayComeBack() {
        stub.said = new Said(429, "{}", Map.of("Retry-After", "7"));
        assertThat(refusal().retryAfter()).contains(Duration.ofSeconds(7));
    }

    @Test
    void saysNothingOfWhatTheServerSaysBeyondKnownSentences() {
        var logged = new CopyOnWriteArrayList<String>();
        var log = Logger.getLogger("dev.mediagen");
        var handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        log.addHandler(handler);
        stub.said = ModelServerStub.detail(500, "Traceback: " + ModelServerStub.KEY);
        assertThat(printed(refusal())).doesNotContain("Traceback", ModelServerStub.KEY);
        log.warning("captured");
        log.removeHandler(handler);
        assertThat(logged).contains("captured").noneMatch(line -> line.contains(ModelServerStub.KEY));
    }

    @Test
    void namesTheRouteWithoutItsKey() {
        assertThat(route()).hasToString("model at 127.0.0.1");
    }

    private ModelRoute route() {
        var config = new TestConfig(Optional.of(stub.uri()), Optional.of(ModelServerStub.KEY), Duration.ofSeconds(180));
        return ModelRoute.of("model", "MODEL_ROUTE", "outputs/", config);
    }

    private ProviderException refusal() {
        return catchThrowableOfType(
                ProviderException.class,
                () -> server.make(route(), "/generate", Map.of("text", "hi"), new RecordingContext(workDir)));
    }

    private static String printed(Throwable failure) {
        var printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        return printed.toString();
    }
}
