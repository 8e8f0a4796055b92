package dev.mediagen.tts.audio;

import java.util.Arrays;
import java.util.Random;

/// A made-up voice: syllables of a buzz with harmonics, a little breath between them.
final class Voice {
    private static final int RATE = Measured.RATE;

    private Voice() {}

    /// @param level RMS of the syllables, 0..1
    /// @param silence seconds before and after
    static float[] speaking(double seconds, double level, double offset, double silence, long seed) {
        var random = new Random(seed);
        var samples = new float[(int) ((seconds + 2 * silence) * RATE)];
        Arrays.fill(samples, (float) offset);
        int first = (int) (silence * RATE);
        int length = (int) (seconds * RATE);
        for (int index = 0; index < length; index++) {
            double time = index / (double) RATE;
            double syllable = Math.max(0.03, Math.sin(Math.PI * (time % 0.22) / 0.2));
            double sound = 0;
            for (int harmonic = 1; harmonic <= 12; harmonic++)
                sound += Math.sin(2 * Math.PI * 130 * harmonic * time + harmonic) / harmonic;
            double breath = 0.02 * random.nextGaussian();
            samples[first + index] += (float) (level * syllable * (sound + breath));
        }
        for (int index = 0; index < samples.length; index++) samples[index] += (float) (1e-4 * random.nextGaussian());
        return samples;
    }
}
