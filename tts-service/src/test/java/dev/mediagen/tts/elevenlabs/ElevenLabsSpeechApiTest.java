package dev.mediagen.tts.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.tts.elevenlabs.StubElevenLabs.Answer;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ElevenLabsSpeechApiTest {
    private static final OutputFormat MP3 = new OutputFormat("mp3_44100_128", true);
    private static final ElevenLabsSpeechPayload.Body BODY = Phrasing.of(
                    Desk.whole(Desk.request("eleven_flash_v2_5", AudioFormat.MP3, AudioQuality.MEDIUM)),
                    "eleven_flash_v2_5",
                    List.of())
            .body();

    @Test
    void handsOnWhatIsMadeWhileItIsMade() throws Exception {
        var audio = new byte[300_000];
        audio[299_999] = 1;
        try (var stub = new StubElevenLabs();
                var desk = new Desk(stub)) {
            stub.then(Answer.audio(audio).with("maximum-concurrent-requests", "4"));
            var heard = new ByteArrayOutputStream();

            var answer = new ElevenLabsSpeechApi(desk.account)
                    .streamWithTimestamps(Desk.GEORGE.id(), BODY, MP3, heard::writeBytes);

            assertThat(answer.ok()).isTrue();
            assertThat(heard.toByteArray()).isEqualTo(audio);
            assertThat(stub.last().path()).isEqualTo("/v1/text-to-speech/JBFqnCBsd6RMkjVDRZzb/stream/with-timestamps");
            assertThat(stub.last().query()).isEqualTo("output_format=mp3_44100_128");
            assertThat(stub.last().header("xi-api-key")).isEqualTo(Desk.KEY);
            Contract.SPEECH_REQUEST.check(stub.last().json());
            assertThat(desk.limits).containsExactly(Map.entry("elevenlabs", 4));
        }
    }

    @Test
    void leavesARefusalToItsCaller() throws Exception {
        try (var stub = new StubElevenLabs();
                var desk = new Desk(stub)) {
            stub.then(Answer.of(402, "{\"detail\":{\"code\":\"insufficient_credits\"}}"));

            var answer = new ElevenLabsSpeechApi(desk.account)
                    .streamWithTimestamps(Desk.GEORGE.id(), BODY, MP3, chunk -> {
                        throw new AssertionError("handed on");
                    });

            assertThat(Refusal.of(answer).code()).isEqualTo(FailureCode.QUOTA_EXHAUSTED);
        }
    }
}
