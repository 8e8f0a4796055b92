package dev.mediagen.tts.sandbox.sound;

import java.util.Random;

/// Noise, shaped.
final class Noise {
    private Noise() {}

    /// Noise between two frequencies in Hz.
    static float[] band(int length, double from, double to, Random random) {
        var samples = new float[length];
        double keepLow = Math.exp(-2 * Math.PI * to / Foley.RATE);
        double keepHigh = Math.exp(-2 * Math.PI * from / Foley.RATE);
        double below = 0;
        double further = 0;
        double slow = 0;
        for (int index = 0; index < length; index++) {
            double white = random.nextDouble() * 2 - 1;
            below += (1 - keepLow) * (white - below);
            further += (1 - keepLow) * (below - further);
            slow += (1 - keepHigh) * (further - slow);
            samples[index] = (float) (further - slow);
        }
        return samples;
    }

    /// Comes and goes.
    ///
    /// @param hertz how often
    /// @param depth 0..1
    static float[] swell(float[] samples, double hertz, double depth, Random random) {
        double start = random.nextDouble() * 2 * Math.PI;
        for (int index = 0; index < samples.length; index++) {
            double time = index / (double) Foley.RATE;
            double wave = 0.5
                    + 0.3 * Math.sin(2 * Math.PI * hertz * time + start)
                    + 0.2 * Math.sin(2 * Math.PI * hertz * 2.7 * time);
            samples[index] *= (float) (1 - depth + depth * wave);
        }
        return samples;
    }
}
