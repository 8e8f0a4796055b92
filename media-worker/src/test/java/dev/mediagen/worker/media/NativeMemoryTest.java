package dev.mediagen.worker.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.ImageFormat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What libav allocates is invisible to the garbage collector, so a leak shows in the process only.
class NativeMemoryTest {
    private static final long ALLOWED_GROWTH = 256L << 10;
    private static final int ROUNDS = 5;
    private static final int WARM_UP = 3;

    @TempDir
    Path dir;

    @Test
    void audioReturnsItsMemory() throws IOException {
        Pcm pcm = Signals.tone(0.1, 24_000, 440, 0.5);
        assertSteady(60, () -> {
            for (AudioFormat format : AudioFormat.values()) {
                Path file = dir.resolve("sound");
                AudioCodec.encode(pcm, format, AudioQuality.MEDIUM, file);
                AudioCodec.decode(file, 16_000);
            }
        });
    }

    @Test
    void webpReturnsItsMemory() throws IOException {
        BufferedImage image = new BufferedImage(128, 128, BufferedImage.TYPE_INT_ARGB);
        assertSteady(20, () -> {
            ImageCodec.encode(image, ImageFormat.WEBP, dir.resolve("picture"));
            ImageCodec.decode(dir.resolve("picture"), 1_000_000);
        });
    }

    @Test
    void failuresReturnTheirMemory() throws IOException {
        Path noise = Files.write(dir.resolve("noise.mp3"), new byte[200_000]);
        Path broken = dir.resolve("broken.webp");
        ImageCodec.encode(new BufferedImage(128, 128, BufferedImage.TYPE_INT_ARGB), ImageFormat.WEBP, broken);
        byte[] bytes = Files.readAllBytes(broken);
        Files.write(broken, Arrays.copyOf(bytes, bytes.length * 2 / 3));
        Pcm pcm = Signals.tone(0.1, 24_000, 440, 0.5);
        assertSteady(25, () -> {
            assertThatThrownBy(() -> AudioCodec.decode(noise, 16_000)).isInstanceOf(MediaException.class);
            assertThatThrownBy(() -> ImageCodec.decode(broken, 1_000_000)).isInstanceOf(MediaException.class);
            assertThatThrownBy(() ->
                            AudioCodec.encode(pcm, AudioFormat.OPUS, AudioQuality.LOW, dir.resolve("missing/sound")))
                    .isInstanceOf(MediaException.class);
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    /// The heap grows or shrinks now and then, a leak grows in every round: the median tells.
    private static void assertSteady(int runs, Work work) throws IOException {
        repeat(WARM_UP * runs, work);
        long tracked = Pointer.totalBytes();
        long[] growth = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long before = Pointer.physicalBytes();
            repeat(runs, work);
            growth[round] = Pointer.physicalBytes() - before;
        }
        Arrays.sort(growth);
        assertThat(growth[ROUNDS / 2]).as("growth of resident bytes").isLessThan(ALLOWED_GROWTH);
        assertThat(Pointer.totalBytes()).as("bytes of unclosed pointers").isLessThanOrEqualTo(tracked);
    }

    private static void repeat(int runs, Work work) throws IOException {
        for (int i = 0; i < runs; i++) {
            work.run();
        }
        System.gc();
    }
}
