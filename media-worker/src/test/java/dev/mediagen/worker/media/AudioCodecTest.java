package dev.mediagen.worker.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudioCodecTest {
    private static final double SECONDS = 3.337;
    private static final double EARLY = 0.1;
    private static final double LATE = 3.1;

    @TempDir
    Path dir;

    static Stream<Arguments> everyFormatAndQuality() {
        return Stream.of(AudioFormat.values())
                .flatMap(format -> Stream.of(AudioQuality.values()).map(quality -> Arguments.of(format, quality)));
    }

    @ParameterizedTest
    @MethodSource("everyFormatAndQuality")
    void keepsTimeAndLevel(AudioFormat format, AudioQuality quality) throws IOException {
        Pcm original = Signals.toneWithChirps(SECONDS, 24_000, EARLY, LATE);
        Path file = dir.resolve("sound." + format.extension());

        AudioCodec.encode(original, format, quality, file);
        Pcm decoded = AudioCodec.decode(file, 16_000);

        assertThat(decoded.sampleRate()).isEqualTo(16_000);
        assertThat(decoded.duration()).isCloseTo(original.duration(), within(0.005));
        assertThat(AudioCodec.duration(file)).isCloseTo(original.duration(), within(0.005));
        assertThat(Signals.shift(decoded, EARLY)).isCloseTo(0, within(0.002));
        assertThat(Signals.shift(decoded, LATE)).isCloseTo(0, within(0.002));
        assertThat(Signals.level(decoded, 1, 2.5)).isCloseTo(Signals.level(original, 1, 2.5), within(1.0));
    }

    @ParameterizedTest
    @MethodSource("everyFormatAndQuality")
    void equalSamplesGiveEqualBytes(AudioFormat format, AudioQuality quality) throws IOException {
        Pcm pcm = Signals.toneWithChirps(1, 16_000, 0.5);

        AudioCodec.encode(pcm, format, quality, dir.resolve("one"));
        AudioCodec.encode(pcm, format, quality, dir.resolve("two"));

        assertThat(dir.resolve("one")).hasSameBinaryContentAs(dir.resolve("two"));
    }

    @ParameterizedTest
    @EnumSource(AudioQuality.class)
    void mp3SaysHowMuchOfItIsDelay(AudioQuality quality) throws IOException {
        Path file = dir.resolve("sound.mp3");
        AudioCodec.encode(Signals.tone(1, 16_000, 440, 0.5), AudioFormat.MP3, quality, file);

        String head = Files.readString(file, StandardCharsets.ISO_8859_1).substring(0, 200);
        assertThat(head).containsPattern("Info|Xing").contains("LAME");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.01, 0.05, 0.3})
    void keepsTheShortestSounds(double seconds) throws IOException {
        Pcm pcm = Signals.tone(seconds, 44_100, 1000, 0.5);
        for (AudioFormat format : AudioFormat.values()) {
            Path file = dir.resolve("short." + format.extension());
            AudioCodec.encode(pcm, format, AudioQuality.MEDIUM, file);
            assertThat(AudioCodec.duration(file)).as(format.name()).isCloseTo(seconds, within(0.005));
        }
    }

    @Test
    void readsAacInMp4WithoutItsDelay() throws IOException {
        Path file = dir.resolve("sound.m4a");
        AudioEncoder.encode(
                Signals.toneWithChirps(SECONDS, 48_000, EARLY, LATE),
                new AudioEncoding("aac", "ipod", AV_SAMPLE_FMT_FLTP, 48_000, 96_000),
                file);

        Pcm decoded = AudioCodec.decode(file, 48_000);

        assertThat(Signals.shift(decoded, EARLY)).isCloseTo(0, within(0.002));
        assertThat(Signals.shift(decoded, LATE)).isCloseTo(0, within(0.002));
    }

    @Test
    void readsFlac() throws IOException {
        Path file = dir.resolve("no-extension");
        AudioEncoder.encode(
                Signals.tone(SECONDS, 22_050, 440, 0.5),
                new AudioEncoding("flac", "flac", AV_SAMPLE_FMT_S16, 22_050, 0),
                file);

        assertThat(AudioCodec.duration(file)).isCloseTo(SECONDS, within(0.001));
    }

    @Test
    void leavesNoFileAfterAFailure() {
        Path nowhere = dir.resolve("missing").resolve("sound.mp3");
        Path target = dir.resolve("empty.mp3");

        assertThatThrownBy(() -> AudioCodec.encode(
                        Signals.tone(1, 16_000, 440, 0.5), AudioFormat.MP3, AudioQuality.LOW, nowhere))
                .isInstanceOf(MediaException.class);
        assertThatThrownBy(() ->
                        AudioCodec.encode(new Pcm(new float[0], 16_000), AudioFormat.MP3, AudioQuality.LOW, target))
                .isInstanceOf(MediaException.class);
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void mixesEqualChannelsAtTheirOwnLevel() throws IOException {
        Path file = Files.write(dir.resolve("stereo.wav"), Signals.stereo(Signals.tone(1, 16_000, 440, 0.9)));

        Pcm decoded = AudioCodec.decode(file, 16_000);

        assertThat(decoded.duration()).isEqualTo(1);
        assertThat(Signals.level(decoded, 0.1, 0.9)).isCloseTo(20 * Math.log10(0.9) - 3.01, within(0.1));
    }
}
