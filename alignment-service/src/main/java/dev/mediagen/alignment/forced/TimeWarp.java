package dev.mediagen.alignment.forced;

import java.util.Arrays;

/// Lays one sound over another: dynamic time warping, coarse first, then finer within a band around what was found.
/// Frames of silence are left out of both, because pauses differ most.
final class TimeWarp {
    private static final int DIMENSIONS = 2 * Frames.CEPSTRA;
    private static final int[] STEPS = {32, 8, 4};
    /// Half width of the band at each step, seconds; the first grows with the length.
    private static final double[] BANDS = {30, 4, 1};
    private static final double FIRST_BAND_SHARE = 0.08;

    private final Frames from;
    private final int[] fromKept;
    private final Frames to;
    private final int[] toKept;
    private double cost;

    private TimeWarp(Frames from, int[] fromKept, Frames to, int[] toKept) {
        this.from = from;
        this.fromKept = fromKept;
        this.to = to;
        this.toKept = toKept;
    }

    /// How badly the two fit after a coarse warp: 0 is equal.
    static double misfit(Frames from, int[] fromKept, Frames to, int[] toKept) throws InterruptedException {
        TimeWarp warp = new TimeWarp(from, fromKept, to, toKept);
        warp.warp(2);
        return warp.cost;
    }

    /// @param fromKept frames that are not silence
    /// @param toKept the same of the other sound
    /// @return for every kept frame of the first sound the index of the kept frame of the other that sounds alike
    static float[] map(Frames from, int[] fromKept, Frames to, int[] toKept) throws InterruptedException {
        return new TimeWarp(from, fromKept, to, toKept).warp(STEPS.length);
    }

    private float[] warp(int passes) throws InterruptedException {
        float[] map = new float[fromKept.length + 1];
        for (int i = 0; i < map.length; i++) {
            map[i] = (float) ((double) i * toKept.length / fromKept.length);
        }
        for (int pass = 0; pass < passes; pass++) {
            double band =
                    pass > 0 ? BANDS[pass] : Math.max(BANDS[0], FIRST_BAND_SHARE * toKept.length * Spectrum.FRAME);
            map = refined(map, STEPS[pass], (int) (band / Spectrum.FRAME / STEPS[pass]));
        }
        return map;
    }

    private float[] refined(float[] map, int step, int band) throws InterruptedException {
        Rows rows = Rows.of(from, fromKept, step);
        Rows columns = Rows.of(to, toKept, step);
        int[] low = new int[rows.count()];
        int[] high = new int[rows.count()];
        for (int i = 0; i < rows.count(); i++) {
            low[i] = Math.clamp((int) (at(map, i * step) / step) - band, 0, columns.count() - 1);
            high[i] = Math.clamp((int) (at(map, (i + 1) * step) / step) + band, 0, columns.count() - 1);
            if (i > 0) {
                low[i] = Math.min(Math.max(low[i], low[i - 1]), high[i - 1]);
                high[i] = Math.max(high[i], high[i - 1]);
            }
        }
        low[0] = 0;
        high[rows.count() - 1] = columns.count() - 1;
        return interpolated(path(rows, columns, low, high), step);
    }

    private static float at(float[] map, int index) {
        return map[Math.min(index, map.length - 1)];
    }

    /// First and last column of every row.
    private float[][] path(Rows rows, Rows columns, int[] low, int[] high) throws InterruptedException {
        // Two bits each: the coarse pass over an hour makes 80 million.
        byte[][] moves = new byte[rows.count()][];
        float[] previous = new float[0];
        for (int i = 0; i < rows.count(); i++) {
            Cancellation.check(i);
            float[] current = new float[high[i] - low[i] + 1];
            moves[i] = new byte[(current.length + 3) / 4];
            int shift = i == 0 ? 0 : low[i] - low[i - 1];
            for (int k = 0; k < current.length; k++) {
                float best = i == 0 && k == 0 ? 0 : Float.MAX_VALUE;
                byte move = 0;
                int diagonal = k + shift - 1;
                if (i > 0 && diagonal >= 0 && diagonal < previous.length) {
                    best = previous[diagonal];
                }
                if (i > 0 && diagonal + 1 < previous.length && previous[diagonal + 1] < best) {
                    best = previous[diagonal + 1];
                    move = 1;
                }
                if (k > 0 && current[k - 1] < best) {
                    best = current[k - 1];
                    move = 2;
                }
                current[k] = best + rows.distance(i, columns, low[i] + k);
                moves[i][k / 4] |= (byte) (move << 2 * (k % 4));
            }
            previous = current;
        }
        cost = previous[previous.length - 1] / (rows.count() + columns.count());
        return walkBack(moves, low, columns.count() - 1);
    }

    /// Frames that are not silence, several at a time.
    private record Rows(float[] values) {
        static Rows of(Frames frames, int[] kept, int step) {
            float[] values = new float[(kept.length + step - 1) / step * DIMENSIONS];
            float[] row = new float[Frames.SIZE];
            for (int i = 0; i < kept.length; i++) {
                frames.read(kept[i], row);
                float share = 1f / Math.min(step, kept.length - i / step * step);
                for (int j = 0; j < DIMENSIONS; j++) {
                    values[i / step * DIMENSIONS + j] += share * row[j];
                }
            }
            return new Rows(values);
        }

        int count() {
            return values.length / DIMENSIONS;
        }

        float distance(int row, Rows others, int other) {
            int a = row * DIMENSIONS;
            int b = other * DIMENSIONS;
            float sum = 0;
            for (int j = 0; j < DIMENSIONS; j++) {
                float difference = values[a + j] - others.values[b + j];
                sum += difference * difference;
            }
            return (float) Math.sqrt(sum);
        }
    }

    private static float[][] walkBack(byte[][] moves, int[] low, int last) {
        float[] first = new float[moves.length];
        float[] end = new float[moves.length];
        Arrays.fill(first, Float.MAX_VALUE);
        int i = moves.length - 1;
        int j = last;
        while (i >= 0 && j >= 0) {
            first[i] = Math.min(first[i], j);
            end[i] = Math.max(end[i], j + 1f);
            int k = j - low[i];
            int move = i == 0 ? 2 : moves[i][k / 4] >> 2 * (k % 4) & 3;
            i -= move == 2 ? 0 : 1;
            j -= move == 1 ? 0 : 1;
        }
        return new float[][] {first, end};
    }

    private float[] interpolated(float[][] spans, int step) {
        float[] map = new float[fromKept.length + 1];
        for (int i = 0; i < map.length; i++) {
            int row = Math.min(i / step, spans[0].length - 1);
            float share = (i - row * step) / (float) step;
            float column = spans[0][row] + Math.min(1, share) * (spans[1][row] - spans[0][row]);
            map[i] = Math.min(toKept.length - 1, column * step);
        }
        return map;
    }
}
