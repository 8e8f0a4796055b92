package dev.mediagen.worker.media;

/// Decoded mono audio.
///
/// @param samples -1..1
/// @param sampleRate Hz
public record Pcm(float[] samples, int sampleRate) {
    /// Seconds.
    public double duration() {
        return samples.length / (double) sampleRate;
    }
}
