package dev.mediagen.alignment.forced;

/// Triangular filters, evenly spaced on the mel scale; only their non-zero bins are kept.
final class MelFilters {
    static final int COUNT = 26;
    private static final double LOWEST = 80;
    private static final double HIGHEST = 7600;

    private final int[] first = new int[COUNT];
    private final float[][] weights = new float[COUNT][];

    MelFilters(int sampleRate) {
        double[] edges = new double[COUNT + 2];
        for (int i = 0; i < edges.length; i++) {
            double mel = mel(LOWEST) + (mel(HIGHEST) - mel(LOWEST)) * i / (COUNT + 1);
            edges[i] = 700 * (Math.pow(10, mel / 2595) - 1) * Fft.SIZE / sampleRate;
        }
        for (int filter = 0; filter < COUNT; filter++) {
            int from = (int) Math.ceil(edges[filter]);
            int to = Math.max(from, (int) Math.floor(edges[filter + 2]));
            first[filter] = from;
            weights[filter] = new float[to - from + 1];
            for (int bin = from; bin <= to; bin++) {
                double up = (bin - edges[filter]) / (edges[filter + 1] - edges[filter]);
                double down = (edges[filter + 2] - bin) / (edges[filter + 2] - edges[filter + 1]);
                weights[filter][bin - from] = (float) Math.max(0.01, Math.min(up, down));
            }
        }
    }

    private static double mel(double frequency) {
        return 2595 * Math.log10(1 + frequency / 700);
    }

    /// @param target written
    void apply(float[] power, float[] target) {
        for (int filter = 0; filter < COUNT; filter++) {
            float sum = 0;
            float[] row = weights[filter];
            int from = first[filter];
            for (int i = 0; i < row.length; i++) {
                sum += row[i] * power[from + i];
            }
            target[filter] = sum;
        }
    }
}
