package dev.mediagen.alignment.bench;

import java.util.Random;

/// Something that is heard besides the speaker.
enum Noise {
    PINK,
    WHITE,
    /// Falls 6 dB an octave: traffic, wind.
    BROWN,
    /// Mains and its harmonics.
    HUM,
    /// Other people, unintelligible: the recording itself, backwards and shifted, six times.
    BABBLE;

    /// @param decibel how far the mean power of the noise lies under that of the recording
    float[] under(float[] clean, int rate, double decibel) {
        float[] noise = like(clean, rate);
        double gain = Math.sqrt(power(clean) / power(noise) * Math.pow(10, -decibel / 10));
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (clean[i] + gain * noise[i]);
        }
        return noise;
    }

    private float[] like(float[] clean, int rate) {
        Random random = new Random(7);
        double[] state = new double[3];
        float[] noise = new float[clean.length];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float)
                    switch (this) {
                        case PINK -> pink(random.nextGaussian(), state);
                        case WHITE -> random.nextGaussian();
                        case BROWN -> state[0] = 0.995 * state[0] + random.nextGaussian();
                        case HUM -> hum(i / (double) rate);
                        case BABBLE -> babble(clean, i);
                    };
        }
        return noise;
    }

    private static double pink(double white, double[] state) {
        state[0] = 0.99765 * state[0] + white * 0.0990460;
        state[1] = 0.96300 * state[1] + white * 0.2965164;
        state[2] = 0.57000 * state[2] + white * 1.0526913;
        return state[0] + state[1] + state[2] + white * 0.1848;
    }

    private static double hum(double seconds) {
        double sum = 0;
        for (int harmonic = 1; harmonic <= 12; harmonic++) {
            sum += Math.sin(2 * Math.PI * 50 * harmonic * seconds + harmonic * harmonic) / harmonic;
        }
        return sum;
    }

    private static double babble(float[] clean, int i) {
        double sum = 0;
        for (int person = 1; person <= 6; person++) {
            sum += clean[clean.length - 1 - (int) ((i + (long) person * clean.length / 7) % clean.length)];
        }
        return sum;
    }

    private static double power(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += sample * sample;
        }
        return sum / samples.length;
    }
}
