package dev.mediagen.alignment.timings;

import java.util.Arrays;

/// Makes time run forward: what is out of order is forgotten, what overlaps is cut.
final class OrderRepair {
    /// Rounding of a provider, not an overlap.
    private static final double TOLERANCE = 0.02;

    private OrderRepair() {}

    static void apply(Track track) {
        turnReversed(track);
        forgetOutOfOrder(track);
        cutOverlaps(track);
    }

    private static void turnReversed(Track track) {
        int count = 0;
        for (int i = 0; i < track.size(); i++) {
            if (track.ends[i] < track.starts[i]) {
                track.ends[i] = track.starts[i];
                track.doubt(i, 0.8);
                count++;
            }
        }
        if (count > 0) {
            track.warn("%d characters ended before they started.", count);
        }
    }

    /// Keeps the longest sequence of starts that never fall (patience sorting).
    private static void forgetOutOfOrder(Track track) {
        int[] previous = new int[track.size()];
        int[] piles = new int[track.size()];
        int count = 0;
        for (int i = 0; i < track.size(); i++) {
            if (track.known(i)) {
                int pile = pile(track, piles, count, track.starts[i]);
                previous[i] = pile == 0 ? -1 : piles[pile - 1];
                piles[pile] = i;
                count = Math.max(count, pile + 1);
            }
        }
        boolean[] kept = new boolean[track.size()];
        for (int i = count == 0 ? -1 : piles[count - 1]; i >= 0; i = previous[i]) {
            kept[i] = true;
        }
        forget(track, kept);
    }

    private static int pile(Track track, int[] piles, int count, double start) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (track.starts[piles[middle]] <= start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static void forget(Track track, boolean[] kept) {
        int count = 0;
        for (int i = 0; i < kept.length; i++) {
            if (!kept[i] && track.known(i)) {
                track.forget(i);
                count++;
            }
        }
        if (count > 0) {
            track.warn("%d characters were timed out of order.", count);
        }
    }

    private static void cutOverlaps(Track track) {
        int[] known = knownClusters(track);
        int count = 0;
        for (int k = 0; k + 1 < known.length; k++) {
            int i = known[k];
            double next = track.starts[known[k + 1]];
            if (track.ends[i] > next) {
                if (track.ends[i] > next + TOLERANCE) {
                    track.doubt(i, 0.8);
                    count++;
                }
                track.ends[i] = next;
            }
        }
        if (count > 0) {
            track.warn("%d characters overlapped the next one.", count);
        }
    }

    private static int[] knownClusters(Track track) {
        int[] known = new int[track.size()];
        int count = 0;
        for (int i = 0; i < known.length; i++) {
            if (track.known(i)) {
                known[count++] = i;
            }
        }
        return Arrays.copyOf(known, count);
    }
}
