package dev.mediagen.tts.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.SoundEffectRequested;
import dev.mediagen.tts.RecordingContext;
import dev.mediagen.tts.Sound;
import dev.mediagen.tts.elevenlabs.StubElevenLabs.Answer;
import dev.mediagen.worker.parts.ProviderException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElevenLabsSoundEffectProviderTest {
    private static final byte[] MP3 = ElevenLabsSpeechProviderTest.MP3;

    @TempDir
    Path workDir;

    private final StubElevenLabs stub = new StubElevenLabs();
    private final Desk desk = new Desk(stub);

    ElevenLabsSoundEffectProviderTest() throws IOException {}

    @AfterEach
    void close() {
        desk.close();
        stub.close();
    }

    private ElevenLabsSoundEffectProvider provider() {
        return new ElevenLabsSoundEffectProvider(
                new ElevenLabsSoundEffectApi(desk.account), desk.account, desk.formats);
    }

    private Sound make(double seconds, AudioFormat format, AudioQuality quality) throws Exception {
        var expiry = Instant.parse("2030-01-01T00:00:00Z");
        var request = new SoundEffectRequested(
                "g1", "t1", "u1", expiry, "rain on a tin roof", seconds, format, quality, true, null, null);
        return provider().make(request, new RecordingContext(workDir));
    }

    @Test
    void makesTheSoundThatIsDescribed() throws Exception {
        stub.then(Answer.audio(MP3));

        var sound = make(10, AudioFormat.MP3, AudioQuality.MEDIUM);

        assertThat(stub.last().path()).isEqualTo("/v1/sound-generation");
        assertThat(Contract.SOUND_EFFECT_REQUEST.check(stub.last().json())).hasToString("""
                {"text":"rain on a tin roof","duration_seconds":10.0,"model_id":"eleven_text_to_sound_v2"}""");
        assertThat(sound.audio()).hasBinaryContent(MP3);
        assertThat(sound.asAsked()).isTrue();
        assertThat(sound.keepUnder()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "MP3,LOW,mp3_22050_32",
        "MP3,HIGH,mp3_44100_192",
        "WAV,LOW,mp3_44100_192",
        "WAV,HIGH,mp3_44100_192",
        "OPUS,HIGH,opus_48000_128"
    })
    void neverAsksForWav(AudioFormat format, AudioQuality quality, String wireName) throws Exception {
        stub.then(Answer.audio(MP3));

        var sound = make(0.5, format, quality);

        assertThat(stub.last().query()).isEqualTo("output_format=" + wireName);
        assertThat(sound.asAsked()).isEqualTo(format == AudioFormat.MP3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.49, 30.01, -1, Double.NaN})
    void refusesLengthsThatItCannotMake(double seconds) {
        assertThatThrownBy(() -> make(seconds, AudioFormat.MP3, AudioQuality.LOW))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.INVALID_REQUEST))
                .hasMessageContaining("0.5 to 30 seconds");
        assertThat(stub.asked).isEmpty();
    }

    @Test
    void announcesItsLengths() {
        var capability = provider().capability(0);

        assertThat(capability.configured()).isTrue();
        assertThat(capability.minSeconds()).isEqualTo(0.5);
        assertThat(capability.maxSeconds()).isEqualTo(30);
    }
}
