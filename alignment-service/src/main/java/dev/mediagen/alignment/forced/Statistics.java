package dev.mediagen.alignment.forced;

import java.util.Arrays;

/// Sums over the frames of each model.
final class Statistics {
    private static final double LEAST = 0.1;

    final double[] count;
    final double[] quiet;
    final double[][] sum;
    final double[][] squares;

    Statistics(int models) {
        count = new double[models];
        quiet = new double[models];
        sum = new double[models][Frames.SIZE];
        squares = new double[models][Frames.SIZE];
    }

    void add(int model, float[] frame, boolean isQuiet) {
        count[model]++;
        quiet[model] += isQuiet ? 1 : 0;
        double[] sums = sum[model];
        double[] square = squares[model];
        for (int j = 0; j < frame.length; j++) {
            sums[j] += frame[j];
            square[j] += frame[j] * frame[j];
        }
    }

    /// Variance around the own mean of each model, over all but one.
    double[] withinVariance(int except) {
        double[] variance = new double[Frames.SIZE];
        double n = 0;
        for (int model = 0; model < count.length; model++) {
            if (model != except && count[model] > 0) {
                n += count[model];
                for (int j = 0; j < variance.length; j++) {
                    variance[j] += squares[model][j] - sum[model][j] * sum[model][j] / count[model];
                }
            }
        }
        for (int j = 0; j < variance.length; j++) {
            variance[j] = n == 0 ? 1 : Math.max(LEAST, variance[j] / n);
        }
        return variance;
    }

    /// Share of quiet frames.
    double[] quietShares() {
        double[] shares = new double[count.length];
        for (int model = 0; model < shares.length; model++) {
            shares[model] = (quiet[model] + 0.05) / (count[model] + 0.5);
        }
        return shares;
    }

    /// Means as single precision; models without frames keep zeros.
    float[][] means() {
        float[][] means = new float[count.length][Frames.SIZE];
        for (int model = 0; model < count.length; model++) {
            if (count[model] > 0) {
                for (int j = 0; j < Frames.SIZE; j++) {
                    means[model][j] = (float) (sum[model][j] / count[model]);
                }
            } else {
                Arrays.fill(means[model], 0);
            }
        }
        return means;
    }
}
