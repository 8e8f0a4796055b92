package dev.mediagen.alignment.forced;

/// Which states of a [Chain] may be heard when. Measured in time without pauses, so that a long pause neither uses
/// the band up nor hides a word that was put on its wrong side.
final class Band {
    private static final int MARGIN = 4;
    private static final double PULL = 0.05;
    private static final double PULL_REACH = 0.2;

    private final int[] low;
    private final int[] high;
    private final float[] centre;
    private final int[] clock;
    private final boolean pulling;

    /// @param centre of every state, in frames of speech
    /// @param clock frames of speech before every frame
    /// @param seconds half width
    /// @param pulling whether a state prefers its centre
    Band(float[] centre, int[] clock, double seconds, boolean pulling) {
        this.centre = centre;
        this.clock = clock;
        this.pulling = pulling;
        this.low = new int[clock.length];
        this.high = new int[clock.length];
        double width = seconds / Spectrum.FRAME;
        int first = 0;
        int last = 0;
        for (int t = 0; t < clock.length; t++) {
            while (first < centre.length - 1 && centre[first] < clock[t] - width) {
                first++;
            }
            while (last < centre.length - 1 && centre[last + 1] <= clock[t] + width) {
                last++;
            }
            low[t] = Math.max(t == 0 ? 0 : low[t - 1], first - MARGIN);
            high[t] = Math.max(t == 0 ? 0 : high[t - 1], Math.min(centre.length - 1, last + MARGIN));
        }
        low[0] = 0;
        high[clock.length - 1] = centre.length - 1;
    }

    int low(int frame) {
        return low[frame];
    }

    int high(int frame) {
        return high[frame];
    }

    float penalty(int frame, int state) {
        if (!pulling) {
            return 0;
        }
        double away = (clock[frame] - centre[state]) * Spectrum.FRAME / PULL_REACH;
        return (float) (PULL * away * away);
    }
}
