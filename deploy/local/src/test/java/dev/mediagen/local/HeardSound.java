package dev.mediagen.local;

import java.io.ByteArrayInputStream;
import javax.sound.sampled.AudioSystem;

/// What is to be heard in a WAV file of one channel of 16 bit.
///
/// @param samples -1..1
/// @param rate Hz
record HeardSound(float[] samples, float rate) {
    static HeardSound of(byte[] wav) throws Exception {
        try (var in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
            byte[] bytes = in.readAllBytes();
            var samples = new float[bytes.length / 2];
            for (int i = 0; i < samples.length; i++)
                samples[i] = (short) ((bytes[2 * i] & 0xff) | bytes[2 * i + 1] << 8) / 32768f;
            return new HeardSound(samples, in.getFormat().getSampleRate());
        }
    }

    double seconds() {
        return samples.length / rate;
    }

    /// Root mean square of a stretch.
    ///
    /// @param from seconds
    /// @param to seconds
    double level(double from, double to) {
        double sum = 0;
        int first = (int) (from * rate);
        int last = Math.min(samples.length, (int) (to * rate));
        for (int i = first; i < last; i++) sum += samples[i] * samples[i];
        return Math.sqrt(sum / Math.max(1, last - first));
    }
}
