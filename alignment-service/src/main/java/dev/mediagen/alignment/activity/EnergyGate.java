package dev.mediagen.alignment.activity;

import java.util.Arrays;

/// An energy gate that adapts to the recording: the threshold lies between its own noise floor and its own speech.
final class EnergyGate {
    /// Below this nobody hears anything, dB of full scale.
    private static final double INAUDIBLE = -60;
    /// Speech stands at least this far above the noise around it, dB.
    private static final double LEAST_CONTRAST = 6;
    /// Pauses are sought this far under the loud parts of the speech, dB.
    private static final double DEPTH = 30;
    /// Shorter holes are stops inside a word, frames.
    private static final int HANGOVER = 8;
    /// Shorter bursts are clicks, frames.
    private static final int SHORTEST_SPEECH = 4;

    private EnergyGate() {}

    static boolean[] gate(Levels levels) {
        double[] level = smoothed(levels.all());
        boolean[] active = new boolean[level.length];
        double[] sorted = level.clone();
        Arrays.sort(sorted);
        // The second term keeps a single word in a long silence from being taken for noise.
        double loud = Math.max(percentile(sorted, 0.95), percentile(sorted, 0.99) - 6);
        if (loud < INAUDIBLE) {
            return active;
        }
        double floor = percentile(sorted, 0.05);
        double threshold = threshold(floor, loud);
        for (int i = 0; i < level.length; i++) {
            active[i] = level[i] > threshold;
        }
        fill(active, false, HANGOVER);
        fill(active, true, SHORTEST_SPEECH);
        return active;
    }

    private static double threshold(double floor, double loud) {
        if (loud - floor < LEAST_CONTRAST) {
            // No pause to be seen: all of it counts as speech.
            return floor - 1;
        }
        return Math.max(loud - DEPTH, floor + 0.3 * (loud - floor));
    }

    /// Three frames, so that single pitch periods do not flicker.
    private static double[] smoothed(double[] level) {
        double[] smooth = level.clone();
        for (int i = 1; i + 1 < level.length; i++) {
            smooth[i] = (level[i - 1] + level[i] + level[i + 1]) / 3;
        }
        return smooth;
    }

    private static double percentile(double[] sorted, double share) {
        return sorted.length == 0 ? -100 : sorted[(int) (share * (sorted.length - 1))];
    }

    /// Turns runs of `value` over that are shorter than `shortest` and do not touch the ends.
    private static void fill(boolean[] active, boolean value, int shortest) {
        int run = 0;
        for (int i = 0; i < active.length; i++) {
            if (active[i] == value) {
                run++;
            } else {
                if (run > 0 && run < shortest && (value || i - run > 0)) {
                    Arrays.fill(active, i - run, i, !value);
                }
                run = 0;
            }
        }
    }
}
