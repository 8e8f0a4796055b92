package dev.mediagen.alignment.timings;

import java.util.Arrays;

/// Forgets runs of many characters at (nearly) one instant, with as many neighbours as the run needs to have room.
final class CollapseRepair {
    /// Characters that are looked at together.
    private static final int WINDOW = 8;

    private static final int SMALL_WINDOW = 4;
    /// Nobody speaks a character in less, seconds.
    private static final double LEAST_CHARACTER = 0.012;
    /// Room that makes speech plausible again, seconds per character.
    private static final double ROOM = 0.035;

    private final Track track;
    private final int[] spoken;
    private final boolean[] collapsed;

    private CollapseRepair(Track track) {
        this.track = track;
        this.spoken = track.knownSpoken();
        this.collapsed = new boolean[spoken.length];
    }

    static void apply(Track track) {
        new CollapseRepair(track).apply();
    }

    private void apply() {
        mark(WINDOW, LEAST_CHARACTER);
        mark(SMALL_WINDOW, LEAST_CHARACTER / 4);
        int count = 0;
        for (int k = 0; k < spoken.length; k++) {
            if (collapsed[k]) {
                int from = k;
                while (k < spoken.length && collapsed[k]) {
                    k++;
                }
                count += k - from;
                widen(from, k);
            }
        }
        if (count > 0) {
            track.warn("%d characters were timed at nearly one instant.", count);
        }
    }

    private void mark(int size, double least) {
        int window = Math.min(size, spoken.length);
        for (int k = 0; window > 1 && k + window <= spoken.length; k++) {
            double span = track.ends[spoken[k + window - 1]] - track.starts[spoken[k]];
            if (span < window * least) {
                Arrays.fill(collapsed, k, k + window, true);
            }
        }
    }

    /// Takes in neighbours on both sides, as many as the run itself has at most.
    private void widen(int from, int to) {
        int first = from;
        int last = to;
        int most = 2 * (to - from);
        boolean left = true;
        while (room(first, last) < (last - first) * ROOM && last - first < to - from + most) {
            left = last == spoken.length || left && first > 0;
            if (left && first == 0) {
                break;
            }
            first -= left ? 1 : 0;
            last += left ? 0 : 1;
            left = !left;
        }
        int firstCluster = first == 0 ? 0 : spoken[first - 1] + 1;
        int lastCluster = last == spoken.length ? track.size() : spoken[last];
        for (int i = firstCluster; i < lastCluster; i++) {
            track.forget(i);
        }
    }

    private double room(int first, int last) {
        double from = first == 0 ? 0 : track.ends[spoken[first - 1]];
        double to = last == spoken.length ? Math.max(from, track.activity.end()) : track.starts[spoken[last]];
        return to - from;
    }
}
