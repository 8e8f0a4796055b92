package dev.mediagen.alignment.forced;

import java.util.Arrays;

/// Turns a path through a [Chain] into the times of its sounds.
final class PhoneTimes {
    /// A frame sees 12 ms ahead, so that a sound is noticed a little late. Measured, seconds.
    private static final double LAG = 0.0035;

    private PhoneTimes() {}

    /// @return starts and ends, seconds; NaN for a sound without a frame
    static double[][] of(Chain chain, int[] path, int phones) {
        double[] starts = new double[phones];
        double[] ends = new double[phones];
        Arrays.fill(starts, Double.NaN);
        Arrays.fill(ends, Double.NaN);
        for (int t = 0; t < path.length; t++) {
            int phone = chain.phone[path[t]];
            if (phone >= 0) {
                if (Double.isNaN(starts[phone])) {
                    starts[phone] = Math.max(0, (t - 0.5) * Spectrum.FRAME - LAG);
                }
                ends[phone] = Math.max(0, (t + 0.5) * Spectrum.FRAME - LAG);
            }
        }
        return new double[][] {starts, ends};
    }
}
