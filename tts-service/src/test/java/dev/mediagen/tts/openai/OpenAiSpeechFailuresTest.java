package dev.mediagen.tts.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.Voice;
import dev.mediagen.tts.RecordingContext;
import dev.mediagen.tts.Requests;
import dev.mediagen.tts.SpeechOrder;
import dev.mediagen.tts.openai.StubServer.Answer;
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

class OpenAiSpeechFailuresTest {
    private static final byte[] AUDIO = "RIFF….WAVE".getBytes();
    private static final String SPEECH = "/audio/speech";

    @TempDir
    Path workDir;

    private StubServer stub;

    @BeforeEach
    void start() throws Exception {
        stub = new StubServer().on(SPEECH, Answer.audio(AUDIO));
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @ParameterizedTest
    @CsvSource({"400,INVALID_REQUEST", "401,UNAUTHORIZED", "429,RATE_LIMITED", "503,PROVIDER_UNAVAILABLE"})
    void errorsBecomeFailures(int status, FailureCode code) {
        stub.on(SPEECH, Answer.json(status, "{\"detail\":\"x\"}").with(Map.of("Retry-After", "1")));
        assertFails(code, false);
    }

    @Test
    void truncatedAnswerIsCostly() {
        stub.on(SPEECH, new Answer(200, "audio/wav", AUDIO, AUDIO.length + 1000, Map.of()));
        assertFails(FailureCode.PROVIDER_UNAVAILABLE, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/event-stream"})
    void answerThatIsNoAudioIsRejected(String type) {
        stub.on(SPEECH, new Answer(200, type, AUDIO, AUDIO.length, Map.of()));
        assertFails(FailureCode.QUALITY_REJECTED, true);
    }

    @Test
    void answerThatNeverComesIsATimeoutThatMayHaveCost() {
        stub.on(SPEECH, Answer.never());
        assertFails(FailureCode.PROVIDER_TIMEOUT, true);
    }

    @Test
    void serverThatIsNotThereIsUnavailable() {
        stub.close();
        assertFails(FailureCode.PROVIDER_UNAVAILABLE, false);
    }

    @Test
    void keyIsInNoFailure() {
        stub.on(
                SPEECH,
                Answer.json(
                        401, "{\"error\":{\"message\":\"bad " + Server.KEY + "\",\"code\":\"" + Server.KEY + "\"}}"));
        assertThatThrownBy(this::speak).satisfies(e -> {
            var trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain(Server.KEY);
        });
    }

    private void assertFails(FailureCode code, boolean costly) {
        assertThatThrownBy(this::speak).isInstanceOfSatisfying(ProviderException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.isCostly()).isEqualTo(costly);
        });
    }

    private void speak() throws Exception {
        var request = Requests.speech("Good morning.", "Aria", 1, AudioFormat.MP3);
        var order = SpeechOrder.whole(request, "Good morning.", new Voice("Aria", "nova", "Custom"));
        Server.at(stub, "openai").provider().speak(order, new RecordingContext(workDir));
    }
}
