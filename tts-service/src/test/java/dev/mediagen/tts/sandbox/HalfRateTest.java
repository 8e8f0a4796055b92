package dev.mediagen.tts.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HalfRateTest {
    @Test
    void keepsWhatFitsAndDropsWhatWouldFold() {
        assertThat(peakOf(1_000)).isBetween(9_700, 10_300);
        assertThat(peakOf(7_100)).isBetween(9_500, 10_500);
        assertThat(peakOf(14_000)).isLessThan(120);
    }

    /// Of a tone of height 10,000 in the middle of the result.
    private static int peakOf(double hertz) {
        var tone = new short[4_800];
        for (int index = 0; index < tone.length; index++)
            tone[index] = (short) (10_000 * Math.sin(2 * Math.PI * hertz * index / 48_000));
        var half = HalfRate.of(tone);
        int peak = 0;
        for (int index = 100; index < 2_300; index++) peak = Math.max(peak, Math.abs(half[index]));
        return peak;
    }
}
