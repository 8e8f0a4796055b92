package dev.mediagen.tts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.CharacterTimings;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.media.Pcm;
import dev.mediagen.worker.parts.ProviderException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioCheckTest {
    private static final String SENTENCE = "The quick brown fox jumps over the lazy dog and runs far away.";

    @TempDir
    Path workDir;

    @ParameterizedTest
    @CsvSource({
        "62, 4.1, 1.0",
        "62, 3.0, 1.2",
        "62, 7.0, 0.7",
        "62, 9.0, 1.0",
        "15, 0.6, 1.0",
        "3, 0.3, 1.0",
        "3, 3.0, 1.0"
    })
    void takesSpeechOfAnyUsualPace(int letters, double seconds, double speed) {
        var text = SENTENCE.substring(0, letters);

        assertThatCode(() -> AudioCheck.speech(speech(buzz(seconds, 0.3), null), text, speed))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"1.9, 1.0, too short", "1.5, 1.2, too short", "40, 1.0, too long"})
    void refusesWhatCannotBeTheText(double seconds, double speed, String why) {
        assertRejected(() -> AudioCheck.speech(speech(buzz(seconds, 0.3), null), SENTENCE, speed), why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "今天天气很好我们一起去公园散步然后回家吃饭|4.5|1.9",
                "오늘 날씨가 아주 좋아서 우리는 공원에 갑니다|3.5|1.2",
                "Сегодня очень хорошая погода, и мы идём в парк гулять.|3.6|1.7",
                "วันนี้อากาศดีมากเราจึงไปเดินเล่นที่สวนสาธารณะ|3.5|1.2"
            })
    void knowsThatOtherScriptsSayMoreWithLess(String text, double usual, double half) {
        assertThatCode(() -> AudioCheck.speech(speech(buzz(usual, 0.3), null), text, 1))
                .doesNotThrowAnyException();
        assertRejected(() -> AudioCheck.speech(speech(buzz(half, 0.3), null), text, 1), "too short");
    }

    @Test
    void refusesSilenceAndWhatIsMostlySilent() {
        assertRejected(() -> AudioCheck.speech(speech(new float[200_000], null), SENTENCE, 1), "silent");
        var tick = new float[200_000];
        tick[100_000] = 0.5f;
        assertRejected(() -> AudioCheck.speech(speech(tick, null), "Hm", 1), "silence");
        var pause = Arrays.copyOf(buzz(2, 0.3), 48_000 * 14);
        System.arraycopy(buzz(2, 0.3), 0, pause, 48_000 * 11, 48_000 * 2);
        assertRejected(() -> AudioCheck.speech(speech(pause, null), SENTENCE + SENTENCE + SENTENCE, 1), "silence");
    }

    @Test
    void refusesDistortionButNotAFewFullSamples() {
        var loud = buzz(4, 30);
        for (int index = 0; index < loud.length; index++) loud[index] = Math.clamp(loud[index], -1, 1);
        assertRejected(() -> AudioCheck.speech(speech(loud, null), SENTENCE, 1), "distorted");
        var mastered = buzz(4, 0.5);
        for (int index = 0; index < mastered.length; index += 4_000) Arrays.fill(mastered, index, index + 5, 1);
        assertThatCode(() -> AudioCheck.speech(speech(mastered, null), SENTENCE, 1))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesGarbage() throws Exception {
        var garbage = new byte[20_000];
        new Random(1).nextBytes(garbage);
        var file = Files.write(workDir.resolve("garbage.mp3"), garbage);

        assertRejected(
                () -> AudioCheck.speech(new Speech(file, true, null, null, null, List.of()), SENTENCE, 1), "decoded");
    }

    @Test
    void refusesAudioThatEndsBeforeItsTimingsDo() {
        var timings = new CharacterTimings(List.of("a", "b"), List.of(0.0, 6.0), List.of(0.1, 8.0));

        assertRejected(() -> AudioCheck.speech(speech(buzz(4, 0.3), timings), SENTENCE, 1), "ends before");
    }

    @Test
    void findsTimingsThatAreOfNoUse() {
        assertThat(TimingsCheck.isUsable(timings(List.of(0.0, 0.5), List.of(0.5, 1.0)), 1))
                .isTrue();
        assertThat(TimingsCheck.isUsable(timings(List.of(0.0, 0.5), List.of(0.5, 1.1)), 1))
                .isTrue();
        assertThat(TimingsCheck.isUsable(timings(List.of(0.0, 0.5), List.of(0.5, 1.2)), 1))
                .isFalse();
        assertThat(TimingsCheck.isUsable(timings(List.of(0.5, 0.2), List.of(0.6, 0.7)), 1))
                .isFalse();
        assertThat(TimingsCheck.isUsable(timings(List.of(0.0, 0.5), List.of(0.5)), 1))
                .isFalse();
        assertThat(TimingsCheck.isUsable(timings(List.of(0.0, Double.NaN), List.of(0.5, 1.0)), 1))
                .isFalse();
        assertThat(TimingsCheck.isUsable(timings(Arrays.asList(0.0, null), List.of(0.5, 1.0)), 1))
                .isFalse();
        assertThat(TimingsCheck.isUsable(null, 1)).isFalse();
    }

    @Test
    void holdsAConversionAgainstItsSource() throws Exception {
        var audio = file(buzz(4, 0.3));

        assertThat(AudioCheck.conversion(audio, 4.2).duration()).isEqualTo(4);
        assertRejected(() -> AudioCheck.conversion(audio, 9), "recording of 9.0 s");
        assertRejected(() -> AudioCheck.conversion(audio, 1.5), "recording of 1.5 s");
    }

    @Test
    void refusesAnEffectThatIsNone() throws Exception {
        assertThat(AudioCheck.effect(file(buzz(0.5, 0.3))).duration()).isEqualTo(0.5);
        var blink = file(buzz(0.15, 0.3));
        assertRejected(() -> AudioCheck.effect(blink), "at once");
        var silent = file(new float[48_000]);
        assertRejected(() -> AudioCheck.effect(silent), "silent");
    }

    @Test
    void blamesTheCallerForASourceThatIsNoRecording() throws Exception {
        var text = Files.writeString(workDir.resolve("note.mp3"), "not audio at all");
        var silent = file(new float[48_000]);

        for (var source : List.of(text, silent))
            assertThatThrownBy(() -> AudioCheck.source(source, "uploads/u1"))
                    .hasMessageContaining("uploads/u1")
                    .isInstanceOfSatisfying(
                            ProviderException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.INVALID_REQUEST));
    }

    private static void assertRejected(ThrowingCallable check, String why) {
        assertThatThrownBy(check).hasMessageContaining(why).isInstanceOfSatisfying(ProviderException.class, e -> {
            assertThat(e.code()).isEqualTo(FailureCode.QUALITY_REJECTED);
            assertThat(e.isCostly()).isTrue();
        });
    }

    private static CharacterTimings timings(List<Double> starts, List<Double> ends) {
        return new CharacterTimings(List.of("a", "b"), starts, ends);
    }

    private Speech speech(float[] samples, CharacterTimings timings) throws Exception {
        return new Speech(file(samples), true, timings, null, null, List.of());
    }

    private Path file(float[] samples) throws Exception {
        var file = Files.createTempFile(workDir, "audio", ".wav");
        AudioCodec.encode(new Pcm(samples, 48_000), AudioFormat.WAV, AudioQuality.HIGH, file);
        return file;
    }

    private static float[] buzz(double seconds, double level) {
        var samples = new float[(int) Math.round(seconds * 48_000)];
        for (int index = 0; index < samples.length; index++)
            samples[index] = (float) (level * Math.sin(index * 0.03) * Math.max(0.05, Math.sin(index * 0.0004)));
        return samples;
    }
}
