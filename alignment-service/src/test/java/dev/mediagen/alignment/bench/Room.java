package dev.mediagen.alignment.bench;

import java.util.Random;

/// A room as the field simulates one: the direct sound, some early reflections, and a diffuse tail of noise that
/// falls exponentially, high tones faster than low ones. Unlike the sparse echoes of [Condition] it leaves no gaps.
///
/// @param decay seconds in which the tail falls by 60 dB
/// @param direct dB of the direct sound above all the rest
record Room(double decay, double direct) {
    private static final double FIRST = 0.004;
    private static final int EARLY = 8;

    float[] around(float[] dry, int rate) {
        Random random = new Random(Math.round(decay * 1000));
        float[] tail = new float[(int) (decay * rate)];
        double smooth = 0;
        double sum = 0;
        for (int i = (int) (FIRST * rate); i < tail.length; i++) {
            double dullness = 0.75 * i / tail.length;
            smooth = dullness * smooth + (1 - dullness) * random.nextGaussian();
            tail[i] = (float) (smooth * Math.pow(10, -3 * i / (decay * rate)));
        }
        for (int e = 0; e < EARLY; e++) {
            int at = (int) ((FIRST + 0.04 * random.nextDouble()) * rate);
            tail[at] += (float) (3 * random.nextGaussian() * Math.pow(10, -3 * at / (decay * rate)));
        }
        for (float value : tail) {
            sum += value * value;
        }
        double gain = Math.pow(10, -direct / 20) / Math.sqrt(sum);
        float[] wet = Convolution.of(dry, tail);
        for (int i = 0; i < dry.length; i++) {
            wet[i] = (float) (dry[i] + gain * wet[i]);
        }
        return wet;
    }
}
