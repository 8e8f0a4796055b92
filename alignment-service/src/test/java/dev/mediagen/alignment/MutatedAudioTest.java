package dev.mediagen.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.alignment.activity.SampleAudio;
import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.media.MediaException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Recordings are bytes of others.
@Timeout(60)
class MutatedAudioTest {
    private static final long SEED = 5;

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(AudioFormat.class)
    void isDecodedOrRefusedAndNothingElse(AudioFormat format) throws Exception {
        Path whole = directory.resolve("whole");
        AudioCodec.encode(SampleAudio.speakingThroughout(1), format, AudioQuality.LOW, whole);
        byte[] sample = Files.readAllBytes(whole);
        Random random = new Random(SEED);
        for (int round = 0; round < 60; round++) {
            decodes(mutated(sample, random));
        }
        assertThat(decodes(sample)).isTrue();
    }

    private boolean decodes(byte[] bytes) throws Exception {
        long[] samples = {0};
        try {
            new RecordedSound(Files.write(directory.resolve("mutated"), bytes))
                    .play(block -> samples[0] += block.length);
        } catch (UncheckedIOException e) {
            assertThat(e.getCause()).isInstanceOf(MediaException.class);
            return false;
        }
        assertThat(samples[0]).isLessThan(100L * Sound.SAMPLE_RATE);
        return true;
    }

    private static byte[] mutated(byte[] sample, Random random) {
        byte[] bytes =
                java.util.Arrays.copyOf(sample, random.nextInt(4) == 0 ? random.nextInt(sample.length) : sample.length);
        for (int times = 1 + random.nextInt(20); times > 0 && bytes.length > 0; times--) {
            int at = random.nextBoolean() ? random.nextInt(Math.min(200, bytes.length)) : random.nextInt(bytes.length);
            bytes[at] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
