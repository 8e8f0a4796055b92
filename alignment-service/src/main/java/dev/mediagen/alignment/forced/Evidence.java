package dev.mediagen.alignment.forced;

/// How much better a recording fits the sounds it is said to hold than any other sounds.
final class Evidence {
    private static final int EVERY = 2;

    private final Chain chain;
    private final Frames frames;
    private final Loudness loudness;
    private final float[] row = new float[Frames.SIZE];

    Evidence(Chain chain, Frames frames, Loudness loudness) {
        this.chain = chain;
        this.frames = frames;
        this.loudness = loudness;
    }

    /// @param path state of every frame
    /// @return per sound the mean over its frames of the log likelihood ratio against all sounds, or NaN
    double[] ratios(PhoneModels models, int[] path, int phones) throws InterruptedException {
        double[] sum = new double[phones];
        int[] n = new int[phones];
        for (int t = 0; t < path.length; t += EVERY) {
            Cancellation.check(t);
            int phone = chain.phone[path[t]];
            if (phone >= 0) {
                frames.read(t, row);
                sum[phone] += ratio(models, chain.model[path[t]], loudness.quiet(t));
                n[phone]++;
            }
        }
        for (int i = 0; i < phones; i++) {
            sum[i] /= n[i];
        }
        return sum;
    }

    private double ratio(PhoneModels models, int own, boolean quiet) {
        float[] scores = new float[chain.silence];
        float best = Float.NEGATIVE_INFINITY;
        for (int model = 0; model < scores.length; model++) {
            scores[model] = models.score(model, row, quiet);
            best = Math.max(best, scores[model]);
        }
        double total = 0;
        for (float score : scores) {
            total += Math.exp(score - best);
        }
        return scores[own] - best - Math.log(total / scores.length);
    }
}
