package dev.mediagen.tts.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.tts.RecordingContext;
import dev.mediagen.tts.Requests;
import dev.mediagen.tts.Speech;
import dev.mediagen.tts.elevenlabs.StubElevenLabs.Answer;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.media.Pcm;
import dev.mediagen.worker.parts.ProviderException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFormatsTest {
    /// As seen in September 2026 from accounts below Pro; the second as the documentation has it.
    private static final String NOT_IN_PLAN =
            "{\"detail\":{\"status\":\"output_format_not_allowed\",\"message\":\"only available on the Pro tier\"}}";

    @TempDir
    Path workDir;

    private final StubElevenLabs stub = new StubElevenLabs();
    private final Desk desk = new Desk(stub);

    OutputFormatsTest() throws IOException {}

    @AfterEach
    void close() {
        desk.close();
        stub.close();
    }

    private Speech speak(Desk desk, AudioFormat format, AudioQuality quality) throws Exception {
        var order = Desk.whole(Desk.request("eleven_multilingual_v2", format, quality));
        return desk.speech().speak(order, new RecordingContext(workDir));
    }

    private List<String> asked() {
        return stub.asked.stream()
                .map(call -> call.query().replace("output_format=", ""))
                .toList();
    }

    private static Answer spoken(byte[] audio) {
        return ElevenLabsSpeechProviderTest.spoken(audio, ElevenLabsSpeechProviderTest.ALIGNMENT);
    }

    private byte[] tone(AudioFormat format, AudioQuality quality) throws IOException {
        var samples = new float[24_000];
        for (int at = 0; at < samples.length; at++) samples[at] = (float) Math.sin(at * 0.05) / 2;
        var file = workDir.resolve("tone");
        AudioCodec.encode(new Pcm(samples, 24_000), format, quality, file);
        return Files.readAllBytes(file);
    }

    /// A second of 24 kHz.
    private static byte[] pcm() {
        var bytes = ByteBuffer.allocate(48_000).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < 24_000; at++) bytes.putShort((short) (10_000 * Math.sin(at * 0.05)));
        return bytes.array();
    }

    @ParameterizedTest
    @CsvSource({
        "MP3,LOW,mp3_22050_32", "MP3,MEDIUM,mp3_44100_128", "MP3,HIGH,mp3_44100_192",
        "WAV,LOW,wav_22050", "WAV,MEDIUM,wav_44100", "WAV,HIGH,wav_48000",
        "OPUS,LOW,opus_48000_32", "OPUS,MEDIUM,opus_48000_64", "OPUS,HIGH,opus_48000_128"
    })
    void asksForFormatAndQuality(AudioFormat format, AudioQuality quality, String wireName) throws Exception {
        stub.then(spoken(tone(format, quality)));

        var speech = speak(desk, format, quality);

        assertThat(asked()).containsExactly(wireName);
        assertThat(speech.asAsked()).isTrue();
        assertThat(AudioCodec.duration(speech.audio())).isBetween(0.95, 1.1);
    }

    @ParameterizedTest
    @CsvSource({
        "MP3,LOW,pcm_24000",
        "MP3,MEDIUM,pcm_44100",
        "WAV,MEDIUM,pcm_44100",
        "WAV,HIGH,pcm_48000",
        "OPUS,LOW,pcm_48000"
    })
    void asksForChunksThatWereNotCompressed(AudioFormat format, AudioQuality quality, String wireName) {
        var wished = OutputFormat.chunk(format, quality);

        assertThat(wished.getFirst().wireName()).isEqualTo(wireName);
        assertThat(wished.getLast().wireName()).isEqualTo("pcm_24000");
        assertThat(wished).noneMatch(OutputFormat::asAsked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NOT_IN_PLAN,
                "{\"detail\":{\"type\":\"authorization_error\",\"code\":\"subscription_required\"}}",
                "{\"detail\":{\"status\":\"only_for_creator+\",\"message\":\"\"}}"
            })
    void makesAWavOfPcmWhereThePlanHasNoWav(String refusal) throws Exception {
        Contract.ERROR_ANSWER.check(refusal);
        stub.then(Answer.of(403, refusal)).then(spoken(pcm()));

        var speech = speak(desk, AudioFormat.WAV, AudioQuality.MEDIUM);

        assertThat(asked()).containsExactly("wav_44100", "pcm_24000");
        assertThat(speech.asAsked()).isFalse();
        assertThat(AudioCodec.duration(speech.audio())).isCloseTo(1.0, within(1e-6));
        assertThat(speech.warnings())
                .containsExactly("elevenlabs: the account's plan does not include wav_44100, made from pcm_24000");
    }

    @Test
    void understandsServersThatDoNotKnowAFormat() throws Exception {
        var invalid = "{\"detail\":[{\"type\":\"enum\",\"loc\":[\"query\",\"output_format\"],\"msg\":\"\"}]}";
        Contract.ERROR_ANSWER.check(invalid);
        stub.then(Answer.of(422, invalid)).then(spoken(pcm()));
        stub.then(Answer.of(400, "{\"detail\":{\"code\":\"invalid_output_format\"}}"));
        stub.then(spoken(ElevenLabsSpeechProviderTest.MP3));

        speak(desk, AudioFormat.WAV, AudioQuality.HIGH);
        speak(desk, AudioFormat.MP3, AudioQuality.HIGH);

        assertThat(asked()).containsExactly("wav_48000", "pcm_24000", "mp3_44100_192", "mp3_44100_128");
    }

    @Test
    void remembersARefusalForAWhile() throws Exception {
        stub.then(Answer.of(403, NOT_IN_PLAN)).then(spoken(pcm())).then(spoken(pcm()));

        speak(desk, AudioFormat.WAV, AudioQuality.MEDIUM);
        var second = speak(desk, AudioFormat.WAV, AudioQuality.MEDIUM);

        assertThat(asked()).containsExactly("wav_44100", "pcm_24000", "pcm_24000");
        assertThat(second.warnings()).hasSize(1);
    }

    @Test
    void asksAgainAfterThatWhile() throws Exception {
        stub.then(Answer.of(403, NOT_IN_PLAN)).then(spoken(pcm()));
        stub.then(spoken(tone(AudioFormat.WAV, AudioQuality.MEDIUM)));
        try (var forgetful = new Desk(stub, Map.of("format-pause", "0s"), Requests.VOICES)) {
            speak(forgetful, AudioFormat.WAV, AudioQuality.MEDIUM);
            assertThat(speak(forgetful, AudioFormat.WAV, AudioQuality.MEDIUM).asAsked())
                    .isTrue();
        }
    }

    @Test
    void learnsNothingFromARefusalThatWasNotOfTheFormat() throws Exception {
        var plan = Answer.of(403, "{\"detail\":{\"code\":\"subscription_required\"}}");
        stub.then(plan).then(plan).then(spoken(tone(AudioFormat.WAV, AudioQuality.MEDIUM)));

        assertThatThrownBy(() -> speak(desk, AudioFormat.WAV, AudioQuality.MEDIUM))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.NOT_AVAILABLE));
        speak(desk, AudioFormat.WAV, AudioQuality.MEDIUM);

        assertThat(asked()).containsExactly("wav_44100", "pcm_24000", "wav_44100");
    }

    @Test
    void doesNotTrustAWavThatDoesNotKnowItsSize() throws Exception {
        var streamed = tone(AudioFormat.WAV, AudioQuality.MEDIUM);
        Arrays.fill(streamed, 4, 8, (byte) -1);
        stub.then(spoken(streamed));

        assertThat(speak(desk, AudioFormat.WAV, AudioQuality.MEDIUM).asAsked()).isFalse();
    }
}
