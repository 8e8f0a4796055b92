package dev.mediagen.alignment.forced;

import java.util.Arrays;

/// How a recording sounds whatever is said in it: colour, loudness and floor. The reference is brought to the same.
///
/// @param speech mean power of the speech by filter
/// @param floor what lies lower is heard by nobody, by filter
record Channel(double[] speech, float[] floor) {
    /// A sound that is in this channel already, without what lies under the floor.
    MelRows raised(MelRows bare) {
        float[] unchanged = new float[floor.length];
        Arrays.fill(unchanged, 1);
        return new InChannel(bare, unchanged, floor);
    }

    /// A clean reference in this channel.
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

    /// Mean power of the speech.
    static double[] loudness(MelRows mel) {
        return mean(mel, Level.speech(Level.of(mel)));
    }

    static double[] mean(MelRows mel, boolean[] chosen) {
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
