package dev.mediagen.worker.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AudioWriterTest {
    private static final Pcm SOUND = Signals.toneWithChirps(3, 48_000, 1, 2);

    @TempDir
    Path dir;

    @ParameterizedTest
    @EnumSource(AudioFormat.class)
    void writesTheSameInBlocksAsAtOnce(AudioFormat format) throws Exception {
        var whole = dir.resolve("whole");
        AudioCodec.encode(SOUND, format, AudioQuality.MEDIUM, whole);
        var blocks = dir.resolve("blocks");
        try (var writer = new AudioWriter(48_000, format, AudioQuality.MEDIUM, blocks)) {
            for (int from = 0; from < SOUND.samples().length; from += 1_000)
                writer.accept(Arrays.copyOfRange(SOUND.samples(), from, from + 1_000));
            writer.finish();
        }
        var heard = AudioCodec.decode(blocks, 48_000);

        assertThat(heard.duration()).isEqualTo(SOUND.duration(), within(0.001));
        assertThat(Signals.shift(heard, 2)).isEqualTo(0, within(0.001));
        assertThat(AudioCodec.decode(whole, 48_000).samples()).hasSameSizeAs(heard.samples());
    }

    @Test
    void leavesNoFileThatWasNotFinished() throws Exception {
        var target = dir.resolve("half.mp3");
        try (var writer = new AudioWriter(48_000, AudioFormat.MP3, AudioQuality.LOW, target)) {
            writer.accept(SOUND.samples());
        }

        assertThat(Files.exists(target)).isFalse();
    }

    @Test
    void refusesToFinishAFileWithoutASound() throws Exception {
        var target = dir.resolve("none.wav");
        try (var writer = new AudioWriter(48_000, AudioFormat.WAV, AudioQuality.LOW, target)) {
            assertThatThrownBy(writer::finish).isInstanceOf(MediaException.class);
        }
        assertThat(Files.exists(target)).isFalse();
    }

    @Test
    void decodesInBlocksWhatItDecodesAtOnce() throws Exception {
        var file = dir.resolve("sound.mp3");
        AudioCodec.encode(SOUND, AudioFormat.MP3, AudioQuality.HIGH, file);
        var blocks = new PcmBlocks();
        AudioCodec.decode(file, 48_000, blocks);

        assertThat(blocks.samples()).isEqualTo(AudioCodec.decode(file, 48_000).samples());
    }
}
