package dev.mediagen.tts.audio;

import java.util.Arrays;

/// Gated loudness of ITU-R BS.1770: blocks of 400 ms, three quarters overlapping; what is below -70 LUFS or 10 LU
/// below the rest does not count.
final class Loudness {
    private static final int BLOCK = 40;
    private static final int STEP = 10;
    private static final double ABSOLUTE_GATE = -70;
    private static final double RELATIVE_GATE = 10;

    private Loudness() {}

    /// @param powers K-weighted mean squares per 10 ms
    /// @return LUFS, or negative infinity
    static double gated(double[] powers) {
        var blocks = blocks(powers);
        double loud = mean(blocks, ABSOLUTE_GATE);
        return lufs(mean(blocks, Math.max(ABSOLUTE_GATE, lufs(loud) - RELATIVE_GATE)));
    }

    private static double[] blocks(double[] powers) {
        if (powers.length <= BLOCK)
            return new double[] {Arrays.stream(powers).average().orElse(0)};
        var blocks = new double[(powers.length - BLOCK) / STEP + 1];
        for (int block = 0; block < blocks.length; block++)
            blocks[block] = Arrays.stream(powers, block * STEP, block * STEP + BLOCK)
                    .average()
                    .orElse(0);
        return blocks;
    }

    private static double mean(double[] blocks, double gate) {
        return Arrays.stream(blocks)
                .filter(block -> lufs(block) > gate)
                .average()
                .orElse(0);
    }

    private static double lufs(double power) {
        return -0.691 + 10 * Math.log10(power);
    }
}
