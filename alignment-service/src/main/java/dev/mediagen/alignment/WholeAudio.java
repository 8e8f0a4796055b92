package dev.mediagen.alignment;

import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.media.MediaException;
import dev.mediagen.worker.media.Pcm;
import java.nio.file.Path;

/// Reads a recording into one array of the right length. Decoding it twice costs some milliseconds a minute;
/// collecting blocks and joining them would take an hour of audio to half a gigabyte.
public final class WholeAudio {
    private static final int SAMPLE_RATE = 16_000;

    private WholeAudio() {}

    /// @return 16 kHz
    public static Pcm decode(Path file) throws MediaException {
        int[] length = {0};
        AudioCodec.decode(file, SAMPLE_RATE, block -> length[0] += block.length);
        float[] samples = new float[length[0]];
        int[] at = {0};
        AudioCodec.decode(file, SAMPLE_RATE, block -> {
            int count = Math.min(block.length, samples.length - at[0]);
            System.arraycopy(block, 0, samples, at[0], count);
            at[0] += count;
        });
        return new Pcm(samples, SAMPLE_RATE);
    }
}
