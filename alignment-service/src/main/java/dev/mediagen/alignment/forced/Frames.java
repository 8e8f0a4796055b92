package dev.mediagen.alignment.forced;

import java.util.Arrays;

/// What the recogniser sees of a sound: per frame 13 cepstra, their slopes and the slopes of those, each brought to
/// mean 0 and variance 1 over the speech. Kept as 16 bit integers: an hour takes 56 MB.
final class Frames {
    static final int CEPSTRA = 13;
    static final int SIZE = 3 * CEPSTRA;
    private static final float SCALE = 1 / 1000f;
    private static final int REACH = 4;
    private static final float[][] COSINES = new float[CEPSTRA][MelFilters.COUNT];

    static {
        for (int j = 0; j < CEPSTRA; j++) {
            for (int m = 0; m < MelFilters.COUNT; m++) {
                COSINES[j][m] = (float) Math.cos(Math.PI * j * (m + 0.5) / MelFilters.COUNT);
            }
        }
    }

    private final short[] values;
    private final int count;

    private Frames(short[] values, int count) {
        this.values = values;
        this.count = count;
    }

    /// @param speech which frames the mean and variance are taken of
    static Frames of(MelRows rows, boolean[] speech) {
        int count = speech.length;
        float[] mel = cepstra(rows);
        double[] sum = new double[SIZE];
        double[] squares = new double[SIZE];
        float[] row = new float[SIZE];
        int n = 1;
        for (int t = 0; t < count; t++) {
            if (speech[t]) {
                n++;
                row(mel, count, t, row);
                for (int j = 0; j < SIZE; j++) {
                    sum[j] += row[j];
                    squares[j] += row[j] * row[j];
                }
            }
        }
        short[] values = new short[count * SIZE];
        for (int t = 0; t < count; t++) {
            row(mel, count, t, row);
            for (int j = 0; j < SIZE; j++) {
                double mean = sum[j] / n;
                double deviation = Math.sqrt(Math.max(1e-6, squares[j] / n - mean * mean));
                double value = (row[j] - mean) / deviation;
                values[t * SIZE + j] = (short) Math.round(Math.clamp(value, -32, 32) / SCALE);
            }
        }
        return new Frames(values, count);
    }

    private static float[] cepstra(MelRows rows) {
        float[] cepstra = new float[rows.count() * CEPSTRA];
        float[] log = new float[MelFilters.COUNT];
        for (int t = 0; t < rows.count(); t++) {
            rows.read(t, log);
            for (int m = 0; m < log.length; m++) {
                log[m] = (float) Math.log(log[m] + 1e-12);
            }
            for (int j = 0; j < CEPSTRA; j++) {
                float value = 0;
                for (int m = 0; m < log.length; m++) {
                    value += log[m] * COSINES[j][m];
                }
                cepstra[t * CEPSTRA + j] = value;
            }
        }
        return cepstra;
    }

    private static void row(float[] cepstra, int count, int t, float[] row) {
        Arrays.fill(row, 0);
        for (int k = -2 * REACH; k <= 2 * REACH; k++) {
            int at = Math.clamp(t + k, 0, count - 1) * CEPSTRA;
            float slope = Math.abs(k) <= REACH ? k / 60f : 0;
            float curve = CURVE[k + 2 * REACH];
            for (int j = 0; j < CEPSTRA; j++) {
                float value = cepstra[at + j];
                row[CEPSTRA + j] += slope * value;
                row[2 * CEPSTRA + j] += curve * value;
                if (k == 0) {
                    row[j] = value;
                }
            }
        }
    }

    /// The slope of the slope as one filter.
    private static final float[] CURVE = curve();

    private static float[] curve() {
        float[] curve = new float[4 * REACH + 1];
        for (int a = -REACH; a <= REACH; a++) {
            for (int b = -REACH; b <= REACH; b++) {
                curve[a + b + 2 * REACH] += a * b / 3600f;
            }
        }
        return curve;
    }

    int count() {
        return count;
    }

    void read(int frame, float[] row) {
        int at = frame * SIZE;
        for (int j = 0; j < SIZE; j++) {
            row[j] = values[at + j] * SCALE;
        }
    }
}
