package dev.mediagen.alignment.forced;

import dev.mediagen.worker.media.Pcm;

/// Brings a voice to 16 kHz: a windowed-sinc low-pass, one set of weights for each phase between the two rates.
final class Resampling {
    private static final int REACH = 16;
    private static final double CUT = 0.95;

    private Resampling() {}

    static float[] to16k(Pcm pcm) {
        int rate = pcm.sampleRate();
        if (rate == Spectrum.SAMPLE_RATE) {
            return pcm.samples();
        }
        int divisor = divisor(rate, Spectrum.SAMPLE_RATE);
        int phases = Spectrum.SAMPLE_RATE / divisor;
        int step = rate / divisor;
        float[][] weights = weights(phases, step);
        float[] samples = pcm.samples();
        float[] result = new float[(int) ((long) samples.length * phases / step)];
        for (int i = 0; i < result.length; i++) {
            float[] row = weights[i % phases];
            int first = (int) ((long) i * step / phases) - row.length / 2 + 1;
            int from = Math.max(0, -first);
            int to = Math.min(row.length, samples.length - first);
            float sum = 0;
            for (int k = from; k < to; k++) {
                sum += row[k] * samples[first + k];
            }
            result[i] = sum;
        }
        return result;
    }

    private static int divisor(int a, int b) {
        return b == 0 ? a : divisor(b, a % b);
    }

    private static float[][] weights(int phases, int step) {
        double cut = CUT * Math.min(1, phases / (double) step);
        int reach = (int) Math.ceil(REACH / Math.min(1, phases / (double) step));
        float[][] weights = new float[phases][2 * reach];
        for (int phase = 0; phase < phases; phase++) {
            double fraction = (long) phase * step % phases / (double) phases;
            for (int k = 0; k < 2 * reach; k++) {
                double distance = fraction - (k - reach + 1);
                double angle = Math.PI * distance * cut;
                double sinc = Math.abs(angle) < 1e-9 ? cut : cut * Math.sin(angle) / angle;
                weights[phase][k] = (float) (sinc * (0.5 + 0.5 * Math.cos(Math.PI * distance / (reach + 1))));
            }
        }
        return weights;
    }
}
