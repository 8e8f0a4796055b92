package dev.mediagen.tts.audio;

import java.util.Arrays;

/// Where something sounds, in windows of 10 ms.
///
/// @param first window with a sound
/// @param last after the last window with a sound
/// @param count of windows with a sound
/// @param longestPause windows without a sound between two with
record Activity(int first, int last, int count, int longestPause) {
    /// -60 dBFS: below that nothing is heard.
    private static final double FLOOR = 1e-6;
    /// 40 dB below the loud parts; a voice's softest sounds are above.
    private static final double BELOW_LOUD = 1e-4;

    /// @param powers mean squares
    static Activity of(double[] powers) {
        double gate = gate(powers);
        int first = 0;
        int last = 0;
        int count = 0;
        int pause = 0;
        for (int window = 0; window < powers.length; window++) {
            if (powers[window] < gate) continue;
            if (count++ == 0) first = window;
            else pause = Math.max(pause, window - last);
            last = window + 1;
        }
        return new Activity(first, last, count, pause);
    }

    private static double gate(double[] powers) {
        var heard =
                Arrays.stream(powers).filter(power -> power >= FLOOR).sorted().toArray();
        if (heard.length == 0) return FLOOR;
        return Math.max(FLOOR, heard[(int) (heard.length * 0.95)] * BELOW_LOUD);
    }
}
