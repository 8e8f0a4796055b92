package dev.mediagen.alignment.forced;

import java.util.Arrays;

/// Loudness of frames in dB, and which of them hold speech.
final class Level {
    private static final int PAD = 6;

    private Level() {}

    static float[] of(MelRows mel) {
        float[] level = new float[mel.count()];
        float[] row = new float[MelFilters.COUNT];
        for (int t = 0; t < level.length; t++) {
            mel.read(t, row);
            float sum = 0;
            for (float power : row) {
                sum += power;
            }
            level[t] = (float) (10 * Math.log10(sum + 1e-9));
        }
        return level;
    }

    /// The level between silence and speech, dB.
    static float threshold(float[] level) {
        float[] sorted = level.clone();
        Arrays.sort(sorted);
        float loud = at(sorted, 0.95);
        return Math.max(loud - 35, Math.min(at(sorted, 0.03) + 6, loud - 15));
    }

    private static float at(float[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
    }

    /// A little silence on both sides counts as speech.
    static boolean[] speech(float[] level) {
        float threshold = threshold(level);
        boolean[] speech = new boolean[level.length];
        for (int t = 0; t < level.length; t++) {
            if (level[t] > threshold) {
                Arrays.fill(speech, Math.max(0, t - PAD), Math.min(level.length, t + PAD + 1), true);
            }
        }
        return speech;
    }
}
