package dev.mediagen.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.alignment.activity.SampleAudio;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.media.MediaException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedSoundTest {
    @TempDir
    Path dir;

    @Test
    void playsTheSameEachTime() throws Exception {
        Path file = recording(3);
        var sound = new RecordedSound(file);

        assertThat(heard(sound)).isEqualTo(heard(sound));
        assertThat(heard(sound))
                .isEqualTo(AudioCodec.decode(file, Sound.SAMPLE_RATE).samples());
    }

    @Test
    void neverHandsOutMoreThanAFewSecondsAtOnce() throws Exception {
        var longest = new AtomicInteger();
        new RecordedSound(recording(30)).play(block -> longest.accumulateAndGet(block.length, Math::max));

        assertThat(longest.get()).isBetween(1, 5 * Sound.SAMPLE_RATE);
    }

    @Test
    void anInterruptEndsDecodingAtTheNextBlock() throws Exception {
        var sound = new RecordedSound(recording(30));
        var blocks = new AtomicInteger();

        assertThatThrownBy(() -> sound.play(block -> {
                    blocks.incrementAndGet();
                    Thread.currentThread().interrupt();
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(blocks).hasValue(1);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void whatIsNoAudioSaysSo() throws Exception {
        Path file = Files.writeString(dir.resolve("a.mp3"), "not audio");

        assertThatThrownBy(() -> new RecordedSound(file).play(block -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(MediaException.class);
    }

    private Path recording(double seconds) throws Exception {
        return Files.write(dir.resolve("a.wav"), Wav.of(SampleAudio.speakingThroughout(seconds)));
    }

    private static float[] heard(Sound sound) throws InterruptedException {
        var samples = new float[Sound.SAMPLE_RATE * 60];
        int[] count = {0};
        sound.play(block -> {
            System.arraycopy(block, 0, samples, count[0], block.length);
            count[0] += block.length;
        });
        return Arrays.copyOf(samples, count[0]);
    }
}
