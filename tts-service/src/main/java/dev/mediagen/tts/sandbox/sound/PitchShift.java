package dev.mediagen.tts.sandbox.sound;

/// Makes a voice higher or lower without making it faster: the sound is read faster or slower, then brought back to
/// its length by overlapping pieces where they fit best (WSOLA, Verhelst and Roelands 1993).
final class PitchShift {
    private static final double PIECE_SECONDS = 0.03;
    private static final double SEARCH_SECONDS = 0.008;

    private PitchShift() {}

    /// @param factor above 1: higher
    /// @return as many samples as there were
    static float[] shift(float[] samples, int sampleRate, double factor) {
        if (factor == 1) return samples.clone();
        return stretch(readFaster(samples, factor), samples.length, sampleRate);
    }

    private static float[] readFaster(float[] samples, double factor) {
        var read = new float[(int) (samples.length / factor)];
        for (int index = 0; index < read.length; index++) {
            double at = index * factor;
            int before = (int) at;
            float next = before + 1 < samples.length ? samples[before + 1] : 0;
            read[index] = (float) (samples[before] + (at - before) * (next - samples[before]));
        }
        return read;
    }

    private static float[] stretch(float[] samples, int length, int sampleRate) {
        int piece = (int) (PIECE_SECONDS * sampleRate) & ~1;
        int step = piece / 2;
        int search = (int) (SEARCH_SECONDS * sampleRate);
        var out = new float[length + piece];
        double ratio = samples.length / (double) length;
        int expected = 0;
        for (int to = 0; to < length; to += step) {
            int from = best(samples, (int) (to * ratio), expected, search, step);
            for (int index = 0; index < piece && from + index < samples.length; index++)
                out[to + index] += samples[from + index] * hann(index, piece);
            expected = from + step;
        }
        var stretched = new float[length];
        System.arraycopy(out, 0, stretched, 0, length);
        return stretched;
    }

    /// Where near `wanted` the sound continues most like what would have followed.
    private static int best(float[] samples, int wanted, int expected, int search, int length) {
        int best = Math.min(wanted, samples.length - 1);
        double closest = Double.NEGATIVE_INFINITY;
        for (int at = Math.max(0, wanted - search); at <= wanted + search; at += 2) {
            if (at + length >= samples.length || expected + length >= samples.length) break;
            double likeness = 0;
            for (int index = 0; index < length; index += 4) likeness += samples[at + index] * samples[expected + index];
            if (likeness > closest) {
                closest = likeness;
                best = at;
            }
        }
        return best;
    }

    private static float hann(int index, int length) {
        return (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * index / length));
    }
}
