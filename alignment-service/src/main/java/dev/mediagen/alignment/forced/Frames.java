package dev.mediagen.alignment.forced;

import java.util.Arrays;

/// What the recogniser sees of a sound: per frame 13 cepstra, their slopes and the slopes of those, each brought to
/// mean 0 and variance 1 over the speech. Kept as cepstra of 16 bit: an hour takes 19 MB.
final class Frames {
    static final int CEPSTRA = 13;
    static final int SIZE = 3 * CEPSTRA;
    private static final float STEP = 1 / 40f;
    private static final int REACH = 4;
    private static final float[][] COSINES = new float[CEPSTRA][MelFilters.COUNT];

    static {
        for (int j = 0; j < CEPSTRA; j++) {
            for (int m = 0; m < MelFilters.COUNT; m++) {
                COSINES[j][m] = (float) Math.cos(Math.PI * j * (m + 0.5) / MelFilters.COUNT);
            }
        }
    }

    /// Cepstra alone, in steps: slopes are made when they are asked for.
    private final short[] values;
    private final int count;
    private final float[] mean = new float[SIZE];
    private final float[] scale = new float[SIZE];

    private Frames(short[] values, int count) {
        this.values = values;
        this.count = count;
    }

    /// @param speech which frames the mean and variance are taken of
    static Frames of(MelRows rows, boolean[] speech) throws InterruptedException {
        Frames frames = new Frames(new short[speech.length * CEPSTRA], speech.length);
        frames.fill(rows);
        Arrays.fill(frames.scale, 1);
        frames.normalise(speech);
        return frames;
    }

    private void fill(MelRows rows) throws InterruptedException {
        float[] log = new float[MelFilters.COUNT];
        float[] cepstra = new float[CEPSTRA];
        for (int t = 0; t < count; t++) {
            Cancellation.check(t);
            cepstra(rows, t, log, cepstra);
            for (int j = 0; j < CEPSTRA; j++) {
                values[t * CEPSTRA + j] = (short) Math.round(Math.clamp(cepstra[j] / STEP, -32_768, 32_767));
            }
        }
    }

    private void normalise(boolean[] speech) throws InterruptedException {
        double[] sum = new double[SIZE];
        double[] squares = new double[SIZE];
        float[] row = new float[SIZE];
        int n = 1;
        for (int t = 0; t < count; t++) {
            Cancellation.check(t);
            if (speech[t]) {
                n++;
                read(t, row);
                for (int j = 0; j < SIZE; j++) {
                    sum[j] += row[j];
                    squares[j] += row[j] * row[j];
                }
            }
        }
        for (int j = 0; j < SIZE; j++) {
            mean[j] = (float) (sum[j] / n);
            scale[j] = (float) (1 / Math.sqrt(Math.max(1e-6, squares[j] / n - mean[j] * mean[j])));
        }
    }

    private static void cepstra(MelRows rows, int t, float[] log, float[] cepstra) {
        rows.read(t, log);
        for (int m = 0; m < log.length; m++) {
            log[m] = (float) Math.log(log[m] + 1e-12);
        }
        for (int j = 0; j < CEPSTRA; j++) {
            float value = 0;
            for (int m = 0; m < log.length; m++) {
                value += log[m] * COSINES[j][m];
            }
            cepstra[j] = value;
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
        Arrays.fill(row, 0);
        for (int k = -2 * REACH; k <= 2 * REACH; k++) {
            int at = Math.clamp(frame + k, 0, count - 1) * CEPSTRA;
            float slope = Math.abs(k) <= REACH ? k / 60f : 0;
            float curve = CURVE[k + 2 * REACH];
            for (int j = 0; j < CEPSTRA; j++) {
                float value = values[at + j] * STEP;
                row[CEPSTRA + j] += slope * value;
                row[2 * CEPSTRA + j] += curve * value;
                if (k == 0) {
                    row[j] = value;
                }
            }
        }
        for (int j = 0; j < SIZE; j++) {
            row[j] = (row[j] - mean[j]) * scale[j];
        }
    }
}
