package dev.mediagen.image.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.image.Desk;
import dev.mediagen.image.Requests;
import dev.mediagen.image.openai.StubServer.Answer;
import dev.mediagen.worker.parts.ProviderException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiImageFailuresTest {
    private static final String GENERATE = "/images/generations";

    @TempDir
    Path workDir;

    private StubServer stub;

    @BeforeEach
    void start() throws Exception {
        stub = new StubServer();
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "https://evil.example/x.png",
                "http://127.0.0.1:1/x.png",
                "https://oaidalleapiprodscus.blob.core.windows.net:8443/x",
                "file:///etc/passwd",
                "x.png",
                "http://oaidalleapiprodscus.blob.core.windows.net/x",
                "not a uri",
                "https://a@oaidalleapiprodscus.blob.core.windows.net/x"
            })
    void pictureElsewhereIsRefused(String url) {
        stub.on(GENERATE, named(url));
        assertFails(FailureCode.QUALITY_REJECTED, true);
    }

    @Test
    void redirectOfAPictureIsNotFollowed() {
        stub.on("/files/1.png", Answer.json(302, "").with(Map.of("Location", "http://169.254.169.254/")));
        stub.on(GENERATE, named(stub.base() + "/files/1.png"));
        assertFails(FailureCode.PROVIDER_UNAVAILABLE, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"created\":1,\"data\":[]}",
                "{\"created\":1}",
                "{\"data\":[{\"b64_json\":\"\"}]}",
                "[]",
                "<html>",
                "",
                "{\"data\":[{\"b64_json\":\"***\"}]}",
                "{\"data\":[{\"b64_json\":\"iVBORw",
                "{\"data\":[{\"url\":null}]}"
            })
    void answerWithoutAPictureIsRejected(String body) {
        stub.on(GENERATE, Answer.json(200, body));
        assertFails(FailureCode.QUALITY_REJECTED, true);
    }

    @Test
    void truncatedAnswerIsCostly() {
        stub.on(GENERATE, new Answer(200, "application/json", "{".getBytes(), 100, Map.of()));
        assertFails(FailureCode.PROVIDER_UNAVAILABLE, true);
    }

    @Test
    void answerThatNeverComesIsATimeoutThatMayHaveCost() {
        stub.on(GENERATE, Answer.never());
        assertFails(FailureCode.PROVIDER_TIMEOUT, true);
    }

    @ParameterizedTest
    @CsvSource({
        "400,moderation_blocked,CONTENT_REJECTED", "400,content_policy_violation,CONTENT_REJECTED",
        "400,invalid_value,INVALID_REQUEST", "429,insufficient_quota,QUOTA_EXHAUSTED",
        "429,rate_limit_exceeded,RATE_LIMITED", "401,invalid_api_key,UNAUTHORIZED"
    })
    void errorsBecomeFailures(int status, String word, FailureCode code) {
        var error = "{\"error\":{\"message\":\"m\",\"type\":\"t\",\"param\":null,\"code\":\"" + word + "\"}}";
        Contract.assertValid(error, "error");
        stub.on(GENERATE, Answer.json(status, error));
        assertFails(code, false);
    }

    @Test
    void keyIsInNoFailure() {
        stub.on(GENERATE, Answer.json(401, "{\"error\":{\"message\":\"bad " + Server.KEY + "\"}}"));
        assertThatThrownBy(this::generate).satisfies(e -> {
            var trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain(Server.KEY);
        });
    }

    private void assertFails(FailureCode code, boolean costly) {
        assertThatThrownBy(this::generate).isInstanceOfSatisfying(ProviderException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.isCostly()).isEqualTo(costly);
        });
    }

    private void generate() throws Exception {
        var request = Requests.image("A storm").build();
        Server.at(stub, "openai").images().generate(request, null, new Desk(workDir, null));
    }

    private static Answer named(String url) {
        return Answer.json(200, "{\"created\":1,\"data\":[{\"url\":\"" + url + "\"}]}");
    }
}
