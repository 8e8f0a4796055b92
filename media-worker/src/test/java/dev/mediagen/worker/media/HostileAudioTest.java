package dev.mediagen.worker.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that were cut off, lie, or were never audio.
class HostileAudioTest {
    @TempDir
    Path dir;

    @Test
    void encodesWhatIsNotANumberAsSilence() throws IOException {
        float[] samples = new float[16_000];
        Arrays.fill(samples, Float.NaN);
        samples[1] = Float.POSITIVE_INFINITY;
        for (AudioFormat format : AudioFormat.values()) {
            Path file = dir.resolve("nan." + format.extension());
            AudioCodec.encode(new Pcm(samples, 16_000), format, AudioQuality.MEDIUM, file);
            assertThat(Signals.level(AudioCodec.decode(file, 16_000), 0.2, 0.8))
                    .as(format.name())
                    .isLessThan(-60);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"noise.mp3", "noise.wav", "noise.opus", "noise.m4a", "noise"})
    void refusesNoiseWhateverItsName(String name) throws IOException {
        byte[] noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        Path file = Files.write(dir.resolve(name), noise);

        assertThatThrownBy(() -> AudioCodec.decode(file, 16_000)).isInstanceOf(MediaException.class);
        assertThatThrownBy(() -> AudioCodec.duration(file)).isInstanceOf(MediaException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "<html><body>502 Bad Gateway</body></html>", "RIFF\0\0\0\0WAVE", "OggS", "ID3"})
    void refusesWhatHasNoSound(String content) throws IOException {
        Path file = Files.writeString(dir.resolve("sound.mp3"), content, StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> AudioCodec.decode(file, 16_000)).isInstanceOf(MediaException.class);
    }

    @Test
    void opensNoPlaylistThatNamesOtherFiles() throws IOException {
        Path sound = dir.resolve("sound.wav");
        AudioCodec.encode(Signals.tone(1, 16_000, 440, 0.5), AudioFormat.WAV, AudioQuality.LOW, sound);
        Path list = Files.writeString(dir.resolve("list.m3u8"), """
                #EXTM3U
                #EXT-X-TARGETDURATION:1
                #EXTINF:1,
                %s
                #EXT-X-ENDLIST
                """.formatted(sound.getFileName()));
        Path concat = Files.writeString(dir.resolve("list.ffconcat"), "ffconcat version 1.0\nfile sound.wav\n");

        assertThatThrownBy(() -> AudioCodec.decode(list, 16_000)).isInstanceOf(MediaException.class);
        assertThatThrownBy(() -> AudioCodec.decode(concat, 16_000)).isInstanceOf(MediaException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3_999, 384_001, Integer.MAX_VALUE})
    void refusesASampleRateThatNobodyUses(int sampleRate) throws IOException {
        byte[] wav = Signals.stereo(Signals.tone(1, 16_000, 440, 0.5));
        ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).putInt(24, sampleRate);
        Path file = Files.write(dir.resolve("sound.wav"), wav);

        assertThatThrownBy(() -> AudioCodec.decode(file, 16_000)).isInstanceOf(MediaException.class);
    }

    @Test
    void refusesMoreThanTheLimit() throws IOException {
        Path file = dir.resolve("hours.flac");
        AudioEncoder.encode(
                new Pcm(new float[(AudioCodec.LIMIT_SECONDS + 5) * 4000], 4000),
                new AudioEncoding("flac", "flac", AV_SAMPLE_FMT_S16, 4000, 0),
                file);

        assertThatThrownBy(() -> AudioCodec.duration(file))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("longer than");
    }

    @ParameterizedTest
    @MethodSource("dev.mediagen.worker.media.AudioCodecTest#everyFormatAndQuality")
    void aFileCutOffGivesWhatItHas(AudioFormat format, AudioQuality quality) throws IOException {
        Path whole = dir.resolve("whole");
        AudioCodec.encode(Signals.toneWithChirps(3, 24_000, 0.1), format, quality, whole);
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(dir.resolve("cut." + format.extension()), Arrays.copyOf(bytes, bytes.length / 2));

        Pcm decoded = AudioCodec.decode(cut, 16_000);

        // an Ogg page is a second, and half a page is none
        assertThat(decoded.duration()).isBetween(3 * 0.25, 3 * 0.75);
        assertThat(Signals.shift(decoded, 0.1)).isCloseTo(0, within(0.002));
    }
}
