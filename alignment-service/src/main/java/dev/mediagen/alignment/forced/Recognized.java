package dev.mediagen.alignment.forced;

import java.util.List;

/// What was heard.
///
/// @param times start and end of every sound, seconds; NaN for one that was not heard
/// @param evidence per sound how much better it fits than the average sound, of what is possible: 1 is certain, 0 is
///   chance; NaN for one that was not heard. Judged by what the speaker was learnt to sound like
/// @param plainEvidence the same, judged by the reference voice
record Recognized(List<Phone> phones, double[][] times, double[] evidence, double[] plainEvidence) {
    // Measured on right and wrong texts of 15 recordings: right ones lie above these values, wrong ones below.
    private static final double LIKELY = 0.53;
    private static final double LIKELY_SPREAD = 0.075;
    private static final double PLAINLY = -0.085;
    private static final double PLAINLY_SPREAD = 0.11;
    private static final double WORD = 0.35;
    private static final double WORD_SPREAD = 0.08;
    private static final double BEST = 0.99;

    /// 0..1: whether the recording holds this text at all.
    double confidence() {
        double learnt = (mean(evidence) - LIKELY) / LIKELY_SPREAD;
        double plain = (mean(plainEvidence) - PLAINLY) / PLAINLY_SPREAD;
        return BEST * chance(learnt + plain);
    }

    /// 0..1 per word; 0 for words without a sound.
    double[] wordConfidence(int words) {
        double[] sum = new double[words];
        int[] heard = new int[words];
        for (int i = 0; i < evidence.length; i++) {
            if (!Double.isNaN(evidence[i])) {
                sum[phones.get(i).word()] += evidence[i];
                heard[phones.get(i).word()]++;
            }
        }
        double whole = confidence();
        for (int word = 0; word < words; word++) {
            sum[word] = heard[word] == 0 ? 0 : whole * chance((sum[word] / heard[word] - WORD) / WORD_SPREAD);
        }
        return sum;
    }

    private static double chance(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }

    private static double mean(double[] values) {
        double sum = 0;
        int n = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sum += value;
                n++;
            }
        }
        return n == 0 ? -1 : sum / n;
    }
}
