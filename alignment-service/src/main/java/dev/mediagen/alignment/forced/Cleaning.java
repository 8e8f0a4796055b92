package dev.mediagen.alignment.forced;

import java.util.Arrays;

/// Takes noise and reverberation out of the spectrum of a recording, and brings the reference to the same channel:
/// the same colour, the same loudness, the same floor.
final class Cleaning {
    private static final int FILTERS = MelFilters.COUNT;
    /// Part of the frames that are taken for noise.
    private static final double QUIET = 0.05;
    /// The floor under both sounds, relative to the speech: what lies lower is heard by nobody.
    private static final double DEPTH = 1e-3;
    /// What is subtracted, times the mean noise: half the noise is louder than its mean.
    private static final double SUBTRACTED = 2;
    /// What is left of the noise as a floor.
    private static final double FLOOR = 0.15;

    private final float[] floor = new float[FILTERS];
    private final double[] speech = new double[FILTERS];

    /// Cleans a recording in place.
    Cleaning(Spectrum recording) {
        float[] mel = recording.mel();
        int count = recording.frames();
        float[] level = Level.of(mel, count);
        double[] noise = noise(mel, level);
        Reverberation.of(level).remove(mel, count);
        for (int t = 0; t < count; t++) {
            for (int m = 0; m < FILTERS; m++) {
                int at = t * FILTERS + m;
                mel[at] = (float) Math.max(0, mel[at] - SUBTRACTED * noise[m]);
            }
        }
        loudness(mel, count, speech);
        for (int m = 0; m < FILTERS; m++) {
            floor[m] = (float) Math.max(FLOOR * noise[m], DEPTH * speech[m]) + 1e-9f;
        }
        for (int i = 0; i < count * FILTERS; i++) {
            mel[i] += floor[i % FILTERS];
        }
    }

    private static double[] noise(float[] mel, float[] level) {
        float[] sorted = level.clone();
        Arrays.sort(sorted);
        float quiet = sorted[(int) (QUIET * (sorted.length - 1))];
        double[] noise = new double[FILTERS];
        int n = 0;
        for (int t = 0; t < level.length; t++) {
            if (level[t] <= quiet) {
                n++;
                for (int m = 0; m < FILTERS; m++) {
                    noise[m] += mel[t * FILTERS + m];
                }
            }
        }
        for (int m = 0; m < FILTERS; m++) {
            noise[m] /= n;
        }
        return noise;
    }

    /// Mean power of the louder half.
    private static void loudness(float[] mel, int count, double[] target) {
        float[] level = Level.of(mel, count);
        boolean[] speech = Level.speech(level);
        int n = 1;
        for (int t = 0; t < count; t++) {
            if (speech[t]) {
                n++;
                for (int m = 0; m < FILTERS; m++) {
                    target[m] += mel[t * FILTERS + m];
                }
            }
        }
        for (int m = 0; m < FILTERS; m++) {
            target[m] = target[m] / n + 1e-12;
        }
    }

    /// A clean reference in the channel of the recording.
    ///
    /// @param shift filters by which the reference voice is raised, to resemble a smaller speaker
    float[] match(Spectrum reference, double shift) {
        int count = reference.frames();
        float[] mel = new float[count * FILTERS];
        for (int m = 0; m < FILTERS; m++) {
            double from = Math.clamp(m - shift, 0, FILTERS - 1);
            int below = (int) Math.min(from, FILTERS - 2);
            float share = (float) (from - below);
            for (int t = 0; t < count; t++) {
                int at = t * FILTERS + below;
                mel[t * FILTERS + m] =
                        (1 - share) * reference.mel()[at] + share * reference.mel()[at + 1];
            }
        }
        double[] own = new double[FILTERS];
        loudness(mel, count, own);
        for (int i = 0; i < mel.length; i++) {
            int m = i % FILTERS;
            mel[i] = (float) (mel[i] * speech[m] / own[m]) + floor[m];
        }
        return mel;
    }
}
