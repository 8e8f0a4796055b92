package dev.mediagen.alignment.timings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.alignment.text.SourceText;

/// What holds for all timings, wherever they come from.
public final class TimingInvariants {
    private TimingInvariants() {}

    public static void assertHold(TimedClusters timed, SourceText text, double duration) {
        assertThat(timed.starts()).hasSize(text.size());
        assertThat(timed.ends()).hasSize(text.size());
        assertThat(timed.confidence()).hasSize(text.size());
        double latest = 0;
        for (int i = 0; i < text.size(); i++) {
            assertThat(timed.starts()[i]).as("start of %d", i).isGreaterThanOrEqualTo(latest);
            assertThat(timed.ends()[i]).as("end of %d", i).isBetween(timed.starts()[i], duration);
            assertThat(timed.confidence()[i]).isBetween(0.0, 1.0);
            latest = timed.ends()[i];
        }
    }
}
