package dev.mediagen.alignment.forced;

import java.util.Arrays;

/// Takes noise and reverberation out of the spectrum of a recording, and brings the reference to the same channel:
/// the same colour, the same loudness, the same floor.
final class Cleaning {
    /// Part of the frames that are taken for noise.
    private static final double QUIET = 0.05;
    /// The floor under both sounds, relative to the speech: what lies lower is heard by nobody.
    private static final double DEPTH = 1e-3;
    /// What is subtracted, times the mean noise: half the noise is louder than its mean.
    private static final double SUBTRACTED = 2;
    /// What is left of the subtracted as a floor.
    private static final double FLOOR = 0.075;

    private final float[] floor = new float[MelFilters.COUNT];
    private final double[] speech;

    private final MelRows recording;

    Cleaning(MelRows raw) {
        float[] level = Level.of(raw);
        float[] noise = noise(raw, level);
        MelRows bare = new Without(Reverberation.of(level).removedFrom(raw), noise);
        speech = loudness(bare);
        for (int m = 0; m < floor.length; m++) {
            floor[m] = (float) Math.max(FLOOR * noise[m], DEPTH * speech[m]) + 1e-9f;
        }
        float[] unchanged = new float[floor.length];
        Arrays.fill(unchanged, 1);
        recording = new InChannel(bare, unchanged, floor);
    }

    /// What is left of the recording.
    MelRows recording() {
        return recording;
    }

    /// A clean reference in the channel of the recording.
    ///
    /// @param shift filters by which the reference voice is raised, to resemble a smaller speaker
    MelRows match(MelRows reference, double shift) {
        MelRows shifted = new Shifted(reference, shift);
        double[] own = loudness(shifted);
        float[] gain = new float[own.length];
        for (int m = 0; m < gain.length; m++) {
            gain[m] = (float) (speech[m] / own[m]);
        }
        return new InChannel(shifted, gain, floor);
    }

    private static float[] noise(MelRows mel, float[] level) {
        float[] sorted = level.clone();
        Arrays.sort(sorted);
        float quiet = sorted[(int) (QUIET * (sorted.length - 1))];
        boolean[] isNoise = new boolean[level.length];
        for (int t = 0; t < level.length; t++) {
            isNoise[t] = level[t] <= quiet;
        }
        double[] mean = mean(mel, isNoise);
        float[] noise = new float[mean.length];
        for (int m = 0; m < noise.length; m++) {
            noise[m] = (float) (SUBTRACTED * mean[m]);
        }
        return noise;
    }

    /// Mean power of the speech.
    private static double[] loudness(MelRows mel) {
        return mean(mel, Level.speech(Level.of(mel)));
    }

    private static double[] mean(MelRows mel, boolean[] chosen) {
        double[] sum = new double[MelFilters.COUNT];
        float[] row = new float[sum.length];
        int n = 0;
        for (int t = 0; t < chosen.length; t++) {
            if (chosen[t]) {
                n++;
                mel.read(t, row);
                for (int m = 0; m < sum.length; m++) {
                    sum[m] += row[m];
                }
            }
        }
        for (int m = 0; m < sum.length; m++) {
            sum[m] = sum[m] / Math.max(1, n) + 1e-12;
        }
        return sum;
    }

    private record Without(MelRows noisy, float[] noise) implements MelRows {
        @Override
        public int count() {
            return noisy.count();
        }

        @Override
        public void read(int frame, float[] row) {
            noisy.read(frame, row);
            for (int m = 0; m < row.length; m++) {
                row[m] = Math.max(0, row[m] - noise[m]);
            }
        }
    }

    private record InChannel(MelRows clean, float[] gain, float[] floor) implements MelRows {
        @Override
        public int count() {
            return clean.count();
        }

        @Override
        public void read(int frame, float[] row) {
            clean.read(frame, row);
            for (int m = 0; m < row.length; m++) {
                row[m] = row[m] * gain[m] + floor[m];
            }
        }
    }

    private record Shifted(MelRows voice, double shift) implements MelRows {
        @Override
        public int count() {
            return voice.count();
        }

        @Override
        public void read(int frame, float[] row) {
            float[] own = new float[row.length];
            voice.read(frame, own);
            for (int m = 0; m < row.length; m++) {
                double from = Math.clamp(m - shift, 0, row.length - 1);
                int below = (int) Math.min(from, row.length - 2);
                float share = (float) (from - below);
                row[m] = (1 - share) * own[below] + share * own[below + 1];
            }
        }
    }
}
