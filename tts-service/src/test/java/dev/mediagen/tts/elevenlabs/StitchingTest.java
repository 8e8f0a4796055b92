package dev.mediagen.tts.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.tts.RecordingContext;
import dev.mediagen.tts.TestCalls;
import dev.mediagen.tts.elevenlabs.StubElevenLabs.Answer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StitchingTest {
    @TempDir
    Path workDir;

    /// elevenlabs-js #270: 500 without a reason for a call that refers to earlier ones.
    @Test
    void sendsTextInsteadOfIdsAfterTheyBrokeACall() throws Exception {
        try (var stub = new StubElevenLabs();
                var desk = new Desk(stub)) {
            stub.then(Answer.of(500, "{\"status\":\"internal_server_error\",\"message\":\"m\"}"));
            stub.then(ElevenLabsSpeechProviderTest.spoken(new byte[48_000], ElevenLabsSpeechProviderTest.ALIGNMENT));
            var speech = desk.speech();
            var context = new RecordingContext(workDir);
            var order = Desk.chunk("eleven_multilingual_v2", List.of("r1", "r2"));

            TestCalls.patient().call("elevenlabs", null, context, () -> speech.speak(order, context));

            var first = Contract.SPEECH_REQUEST.check(stub.asked.get(0).json());
            var second = Contract.SPEECH_REQUEST.check(stub.asked.get(1).json());
            assertThat(first.path("previous_request_ids")).hasToString("[\"r1\",\"r2\"]");
            assertThat(second.has("previous_request_ids")).isFalse();
            assertThat(second.path("previous_text").asText()).isEqualTo("Before.");
            assertThat(context.retries()).containsExactly(FailureCode.PROVIDER_UNAVAILABLE);
        }
    }
}
