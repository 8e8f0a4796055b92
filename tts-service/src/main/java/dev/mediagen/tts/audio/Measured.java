package dev.mediagen.tts.audio;

import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.media.MediaException;
import java.nio.file.Path;

/// An audio file and what was measured of its sound, block by block: no file is in memory whole.
///
/// @param samples how many, at [#RATE]
/// @param peak highest level without the offset, 0..1
/// @param offset mean of all samples; a good recording has none
/// @param loudness LUFS as BS.1770 gates it, so without pauses; negative infinity of silence
/// @param clipped share of samples that stand at full scale with their neighbours
/// @param begin first sample of the first 10 ms in which there is a sound
/// @param end sample after the last such; equal to `begin` in silence
/// @param active seconds with a sound
/// @param longestPause seconds, between sounds
public record Measured(
        Path file,
        long samples,
        double peak,
        double offset,
        double loudness,
        double clipped,
        long begin,
        long end,
        double active,
        double longestPause) {
    /// Hz at which is measured and joined.
    public static final int RATE = 48_000;

    /// @throws MediaException if the file cannot be decoded
    public static Measured of(Path file) throws MediaException {
        var ear = new Ear();
        AudioCodec.decode(file, RATE, ear);
        return ear.heard(file);
    }

    /// Seconds.
    public double duration() {
        return samples / (double) RATE;
    }
}
