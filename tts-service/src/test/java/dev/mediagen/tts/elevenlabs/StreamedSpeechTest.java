package dev.mediagen.tts.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.tts.RecordingContext;
import dev.mediagen.tts.Speech;
import dev.mediagen.tts.elevenlabs.StubElevenLabs.Answer;
import dev.mediagen.worker.parts.ProviderException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// ElevenLabs' stream: an object a line, with the shape of the documentation's example of 20 Nov 2026.
class StreamedSpeechTest {
    @TempDir
    Path workDir;

    private final StubElevenLabs stub = new StubElevenLabs();
    private final Desk desk = new Desk(stub);
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    StreamedSpeechTest() throws IOException {}

    @AfterEach
    void close() {
        desk.close();
        stub.close();
    }

    private Speech speak(AudioFormat format) throws Exception {
        var order = Desk.whole(Desk.request("eleven_multilingual_v2", format, AudioQuality.MEDIUM));
        return desk.speech().speak(order, new RecordingContext(workDir), heard::writeBytes);
    }

    private static String line(String audio, String alignment) {
        return line(audio, alignment, "null");
    }

    private static String line(String audio, String alignment, String normalized) {
        var base64 = Base64.getEncoder().encodeToString(audio.getBytes());
        var line = """
                {"audio_base64":"%s","alignment":%s,"normalized_alignment":%s}""".formatted(base64, alignment, normalized);
        Contract.SPEECH_ANSWER.check(line);
        return line;
    }

    private static String alignment(String character, double start, double end) {
        return """
                {"characters":["%s"],"character_start_times_seconds":[%s],"character_end_times_seconds":[%s]}""".formatted(character, start, end);
    }

    private static Answer stream(String... lines) {
        return Answer.of(200, String.join("\n", lines)).with("request-id", "req_1");
    }

    @Test
    void handsOnTheAudioItKeepsWithItsTimings() throws Exception {
        stub.then(stream(
                line("ID3 the first", alignment("H", 0, 0.12)),
                line(", a middle", "null"),
                line(" and the last", alignment("i", 0.12, 0.3)) + "\n"));

        var speech = speak(AudioFormat.MP3);

        assertThat(heard).hasToString("ID3 the first, a middle and the last");
        assertThat(speech.audio()).hasBinaryContent(heard.toByteArray());
        assertThat(speech.asAsked()).isTrue();
        assertThat(speech.timings().characters()).containsExactly("H", "i");
        assertThat(speech.timings().ends()).containsExactly(0.12, 0.3);
        assertThat(speech.requestId()).isEqualTo("req_1");
        assertThat(stub.last().path()).endsWith("/stream/with-timestamps");
        assertThat(stub.last().query()).isEqualTo("output_format=mp3_44100_128");
        Contract.SPEECH_REQUEST.check(stub.last().json());
    }

    @Test
    void putsTimesThatBeginAnewAfterThoseBefore() throws Exception {
        stub.then(stream(line("ID3 a long first", alignment("H", 0, 0.5)), line("second", alignment("i", 0, 0.25))));

        assertThat(speak(AudioFormat.MP3).timings().ends()).containsExactly(0.5, 0.75);
    }

    @Test
    void keepsHowTheTextWasRead() throws Exception {
        stub.then(stream(
                line("ID3 the first", alignment("H", 0, 0.12), alignment("Ha", 0, 0.12)),
                line("and the last", alignment("i", 0.12, 0.3), alignment("ai", 0.12, 0.3))));

        var timings = speak(AudioFormat.MP3).timings();

        assertThat(timings.characters()).containsExactly("H", "i");
        assertThat(timings.spoken().characters()).containsExactly("Ha", "ai");
        assertThat(timings.spoken().starts()).containsExactly(0.0, 0.12);
    }

    @Test
    void leavesHowTheTextWasReadOutWhereAPieceIsMissing() throws Exception {
        stub.then(stream(
                line("ID3 the first", alignment("H", 0, 0.12), alignment("Ha", 0, 0.12)),
                line("and the last", alignment("i", 0.12, 0.3), "null")));

        assertThat(speak(AudioFormat.MP3).timings().spoken()).isNull();
    }

    @Test
    void keepsAudioWhoseTimingsDoNotFit() throws Exception {
        stub.then(stream(line("ID3 the first piece", alignment("H", 0, 0.12)), line("and the last", "null")));

        var speech = speak(AudioFormat.MP3);

        assertThat(speech.timings()).isNull();
        assertThat(speech.warnings()).contains("elevenlabs: gave no timings that fit the text");
    }

    @Test
    void asksForOpusAsOpus() throws Exception {
        stub.then(stream(line("OggS and then sound", alignment("H", 0, 0.12))));

        assertThat(speak(AudioFormat.OPUS).asAsked()).isTrue();
        assertThat(stub.last().query()).isEqualTo("output_format=opus_48000_64");
    }

    @Test
    void doesNotStreamWav() throws Exception {
        stub.then(ElevenLabsSpeechProviderTest.spoken("RIFF and so on".getBytes(), "null"));

        assertThat(speak(AudioFormat.WAV).audio()).exists();
        assertThat(stub.last().path()).endsWith("JBFqnCBsd6RMkjVDRZzb/with-timestamps");
        assertThat(heard.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"audio_base64\":\"!!\"}", "{\"audio_base64\":", "[]", "{}", "{\"detail\":{}}", ""})
    void rejectsWhatIsGarbled(String body) {
        stub.then(stream(body));

        assertThatThrownBy(() -> speak(AudioFormat.MP3)).isInstanceOfSatisfying(ProviderException.class, e -> {
            assertThat(e.code()).isEqualTo(FailureCode.QUALITY_REJECTED);
            assertThat(e.isCostly()).isTrue();
        });
    }

    @Test
    void failsWhereTheStreamIsCut() {
        stub.then(stream(line("ID3 the first", alignment("H", 0, 0.12)) + "\n").truncated());

        assertThatThrownBy(() -> speak(AudioFormat.MP3))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.PROVIDER_UNAVAILABLE));
    }

    @ParameterizedTest
    @CsvSource({
        "401,UNAUTHORIZED",
        "402,QUOTA_EXHAUSTED",
        "429,RATE_LIMITED",
        "422,INVALID_REQUEST",
        "500,PROVIDER_UNAVAILABLE"
    })
    void mapsARefusalAsThatOfAnyCall(int status, FailureCode code) {
        stub.then(Answer.of(status, "{\"detail\":{\"status\":\"x\",\"message\":\"y\"}}"));

        assertThatThrownBy(() -> speak(AudioFormat.MP3))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageNotContaining(Desk.KEY);
        assertThat(heard.size()).isZero();
    }
}
