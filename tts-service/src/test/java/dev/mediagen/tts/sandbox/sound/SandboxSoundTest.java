package dev.mediagen.tts.sandbox.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.ConversionRequested;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.SoundEffectRequested;
import dev.mediagen.contracts.Voice;
import dev.mediagen.tts.RecordingContext;
import dev.mediagen.tts.Requests;
import dev.mediagen.worker.faults.Faults;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.media.Pcm;
import dev.mediagen.worker.parts.ProviderException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxSoundTest {
    private static final int RATE = 44_100;

    private final Workshop workshop = new Workshop();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        workshop.close();
    }

    @ParameterizedTest
    @EnumSource(Ingredient.class)
    void everyIngredientSounds(Ingredient ingredient) throws Exception {
        String prompt = ingredient.words().isEmpty()
                ? "quiet nothing"
                : ingredient.words().getFirst();
        var heard = effect("the " + prompt, 3);

        assertThat(heard.duration()).isEqualTo(3, within(0.05));
        assertThat(peak(heard.samples())).isBetween(0.5f, 0.9f);
        assertThat(rms(heard.samples(), 0, heard.samples().length)).isGreaterThan(0.01);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 10, 30})
    void soundsAsLongAsItIsAskedTo(double seconds) throws Exception {
        assertThat(effect("heavy rain and thunder", seconds).duration()).isEqualTo(seconds, within(0.05));
    }

    @Test
    void theSameDescriptionGivesTheSameSoundAndAnotherGivesAnother() throws Exception {
        assertThat(effect("wind in trees", 1).samples())
                .isEqualTo(effect("wind in trees", 1).samples());
        assertThat(effect("a strange hum", 1).samples())
                .isNotEqualTo(effect("an odd hiss", 1).samples());
    }

    @Test
    void beginsAndEndsWithoutAClick() throws Exception {
        var samples = effect("car engine", 2).samples();
        assertThat(Math.abs(samples[0])).isLessThan(0.01f);
        assertThat(Math.abs(samples[samples.length - 1])).isLessThan(0.01f);
    }

    @Test
    void convertsToAnotherPitchOfTheSameLength() throws Exception {
        var source = directory.resolve("source.wav");
        AudioCodec.encode(new Pcm(tone(200, 2), RATE), AudioFormat.WAV, AudioQuality.MEDIUM, source);
        var higher = convert(source, "woman", false);
        var lower = convert(source, "andreas", false);

        assertThat(higher.duration()).isEqualTo(2, within(0.02));
        assertThat(lower.duration()).isEqualTo(2, within(0.02));
        assertThat(pitch(higher)).isNotCloseTo(pitch(lower), within(20.0));
        assertThat(pitch(convert(source, "woman", true))).isEqualTo(200, within(4.0));
    }

    @Test
    void convertsNothingThatIsTooLongToBeInMemoryWhole() throws Exception {
        var source = directory.resolve("long.wav");
        AudioCodec.encode(new Pcm(new float[301 * 8_000], 8_000), AudioFormat.WAV, AudioQuality.LOW, source);

        assertThatThrownBy(() -> convert(source, "woman", false))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.INVALID_REQUEST))
                .hasMessageContaining("5 minutes");
    }

    @Test
    void shiftsByTheFactor() {
        for (double factor : new double[] {0.74, 0.8, 1.25, 1.45}) {
            var shifted = PitchShift.shift(tone(220, 1), RATE, factor);
            assertThat(pitch(new Pcm(shifted, RATE))).isEqualTo(220 * factor, within(220 * factor * 0.04));
        }
    }

    private Pcm effect(String prompt, double seconds) throws Exception {
        var request = new SoundEffectRequested(
                "g", "t", "u", Instant.MAX, prompt, seconds, AudioFormat.WAV, AudioQuality.MEDIUM, true, null, null);
        var own = Files.createTempDirectory(directory, "call");
        var made = new SandboxSoundEffectProvider(workshop, new Faults(true, Duration.ZERO))
                .make(request, new RecordingContext(own));
        return AudioCodec.decode(made.audio(), RATE);
    }

    private Pcm convert(Path source, String voice, boolean keepPitch) throws Exception {
        var request = new ConversionRequested(
                "g",
                "t",
                "u",
                Instant.MAX,
                null,
                voice,
                keepPitch,
                AudioFormat.WAV,
                AudioQuality.MEDIUM,
                true,
                null,
                null,
                null);
        var own = Files.createTempDirectory(directory, "call");
        var made = new SandboxConversionProvider(Requests.VOICES, workshop)
                .convert(request, source, new Voice(voice, voice, "Standard"), new RecordingContext(own));
        return AudioCodec.decode(made.audio(), RATE);
    }

    private static float[] tone(double hertz, double seconds) {
        var samples = new float[(int) (seconds * RATE)];
        for (int index = 0; index < samples.length; index++)
            samples[index] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * index / RATE));
        return samples;
    }

    /// Hz, by counting rising zero crossings in the middle.
    private static double pitch(Pcm pcm) {
        var samples = pcm.samples();
        int from = samples.length / 4;
        int to = samples.length * 3 / 4;
        int crossings = 0;
        for (int index = from; index < to; index++) if (samples[index - 1] < 0 && samples[index] >= 0) crossings++;
        return crossings / ((to - from) / (double) RATE);
    }

    private static float peak(float[] samples) {
        float peak = 0;
        for (float sample : samples) peak = Math.max(peak, Math.abs(sample));
        return peak;
    }

    private static double rms(float[] samples, int from, int to) {
        double sum = 0;
        for (int index = from; index < to; index++) sum += samples[index] * samples[index];
        return Math.sqrt(sum / (to - from));
    }
}
