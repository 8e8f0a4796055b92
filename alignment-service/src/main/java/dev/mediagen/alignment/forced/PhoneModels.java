package dev.mediagen.alignment.forced;

import java.util.Arrays;

/// One Gaussian with diagonal variance for each part of each sound and for silence. It begins as the reference voice
/// says it, and moves to the speaker of the recording as far as there is evidence (MAP estimation).
final class PhoneModels {
    private static final int SIZE = Frames.SIZE;
    /// Frames that the reference counts for.
    private static final double PRIOR = 12;
    private static final double SILENCE_PRIOR = 1;
    /// Frames that the shared variance counts for.
    private static final double VARIANCE_PRIOR = 20;
    private static final double LEAST_VARIANCE = 0.05;
    private static final double LEAST_SILENCE = 0.3;
    /// Frames depend on their neighbours: taken for independent they would shout everything else down.
    private static final double EMISSION = 0.3;

    /// How much the loudness alone says, and how sure it may be.
    private static final double GATE = 0.3;
    private static final double LEAST_QUIET = 0.02;

    private final float[][] prior;
    private final float[][] mean;
    private final float[][] weight;
    private final float[] constant;
    private final double[] priorQuiet;
    /// What a quiet and a loud frame add to the score of a model.
    private final float[] quiet;
    private final float[] loud;

    /// @param priorQuiet share of quiet frames of every model
    /// @param prior mean of every model
    PhoneModels(float[][] prior, double[] priorQuiet) {
        this.prior = prior;
        this.mean = new float[prior.length + 1][SIZE];
        this.weight = new float[prior.length + 1][SIZE];
        this.constant = new float[prior.length + 1];
        this.priorQuiet = priorQuiet;
        this.quiet = new float[prior.length];
        this.loud = new float[prior.length];
        double[] variance = new double[SIZE];
        Arrays.fill(variance, 0.6);
        for (int model = 0; model < prior.length; model++) {
            set(model, toDouble(prior[model]), variance);
            setQuiet(model, priorQuiet[model]);
        }
        setDecay(toDouble(prior[prior.length - 1]), variance);
    }

    private void setDecay(double[] means, double[] variances) {
        double[] wide =
                Arrays.stream(variances).map(v -> Math.max(v, LEAST_SILENCE)).toArray();
        set(prior.length, means, wide);
    }

    /// As they were before they heard the recording.
    PhoneModels fresh() {
        return new PhoneModels(prior, priorQuiet);
    }

    private static double[] toDouble(float[] values) {
        double[] result = new double[values.length];
        for (int j = 0; j < values.length; j++) {
            result[j] = values[j];
        }
        return result;
    }

    private void set(int model, double[] means, double[] variances) {
        double sum = 0;
        for (int j = 0; j < SIZE; j++) {
            mean[model][j] = (float) means[j];
            weight[model][j] = (float) (0.5 * EMISSION / variances[j]);
            sum += 0.5 * EMISSION * Math.log(variances[j]);
        }
        constant[model] = (float) -sum;
    }

    private void setQuiet(int model, double share) {
        double certain = Math.clamp(share, LEAST_QUIET, 1 - LEAST_QUIET);
        quiet[model] = (float) (GATE * Math.log(certain));
        loud[model] = (float) (GATE * Math.log(1 - certain));
    }

    int count() {
        return prior.length;
    }

    /// Log likelihood of a frame, scaled.
    float score(int model, float[] frame, boolean isQuiet) {
        float score = gaussian(model, frame);
        if (model == prior.length - 1) {
            score = Math.max(score, gaussian(prior.length, frame));
        }
        return score + (isQuiet ? quiet[model] : loud[model]);
    }

    private float gaussian(int model, float[] frame) {
        float[] means = mean[model];
        float[] weights = weight[model];
        float sum = constant[model];
        for (int j = 0; j < SIZE; j++) {
            float difference = frame[j] - means[j];
            sum -= difference * difference * weights[j];
        }
        return sum;
    }

    /// Learns from which frame is spoken by which model.
    ///
    /// @param modelOf by frame
    void adapt(Frames frames, Loudness loudness, int[] modelOf, int silence) {
        Statistics seen = new Statistics(prior.length);
        float[] row = new float[SIZE];
        for (int t = 0; t < modelOf.length; t++) {
            frames.read(t, row);
            seen.add(modelOf[t], row, loudness.quiet(t));
        }
        double[] shared = seen.withinVariance(silence);
        double[] means = new double[SIZE];
        double[] variances = new double[SIZE];
        for (int model = 0; model < prior.length; model++) {
            double n = seen.count[model];
            double tau = model == silence ? SILENCE_PRIOR : PRIOR;
            for (int j = 0; j < SIZE; j++) {
                double m = (seen.sum[model][j] + tau * prior[model][j]) / (n + tau);
                double own = n == 0
                        ? shared[j]
                        : Math.max(0, (seen.squares[model][j] - 2 * m * seen.sum[model][j]) / n + m * m);
                means[j] = m;
                variances[j] = Math.max(LEAST_VARIANCE, (n * own + VARIANCE_PRIOR * shared[j]) / (n + VARIANCE_PRIOR));
            }
            set(model, means, variances);
            if (model == silence) {
                setDecay(means, variances);
            }
            setQuiet(model, (seen.quiet[model] + tau * priorQuiet[model]) / (n + tau));
        }
    }
}
