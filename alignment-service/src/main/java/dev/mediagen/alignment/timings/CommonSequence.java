package dev.mediagen.alignment.timings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Which symbols of one sequence are those of another: Myers' greedy difference (1986). When two texts have little in
/// common the search is cut after [#MOST_EDITS] edits and goes on from the furthest point, so that time and memory
/// stay linear in the length of the texts.
final class CommonSequence {
    private static final int MOST_EDITS = 400;
    private static final int MIDDLE = MOST_EDITS + 1;

    private final int[] a;
    private final int[] b;
    private final int[] match;
    private int fromA;
    private int fromB;

    private CommonSequence(int[] a, int[] b) {
        this.a = a;
        this.b = b;
        this.match = new int[b.length];
        Arrays.fill(match, -1);
    }

    /// For each symbol of `b` the index of its equal in `a`, or -1; the indices rise.
    static int[] match(int[] a, int[] b) {
        CommonSequence sequence = new CommonSequence(a, b);
        while (sequence.fromA < a.length && sequence.fromB < b.length) {
            sequence.block();
        }
        return sequence.match;
    }

    /// One bounded search. Diagonal k = x - y, x in `a`, y in `b`, both relative to the block; `furthest` holds the
    /// greatest x reached on each diagonal, -1 for none.
    private void block() {
        List<int[]> history = new ArrayList<>();
        int[] furthest = new int[2 * MIDDLE + 1];
        Arrays.fill(furthest, -1);
        for (int edits = 0; edits <= MOST_EDITS; edits++) {
            for (int k = -edits; k <= edits; k += 2) {
                int x = slide(edits == 0 ? 0 : entry(furthest, k), k);
                furthest[MIDDLE + k] = x;
                if (fromA + x == a.length && fromB + x - k == b.length) {
                    trace(history, k, x);
                    return;
                }
            }
            history.add(furthest.clone());
        }
        int k = best(furthest);
        history.removeLast();
        trace(history, k, furthest[MIDDLE + k]);
    }

    private int slide(int x, int k) {
        int at = x;
        while (at >= 0 && fromA + at < a.length && fromB + at - k < b.length && a[fromA + at] == b[fromB + at - k]) {
            at++;
        }
        return at;
    }

    private int entry(int[] furthest, int k) {
        return Math.max(insertion(furthest, k), deletion(furthest, k));
    }

    private int insertion(int[] furthest, int k) {
        int x = furthest[MIDDLE + k + 1];
        return x >= 0 && fromB + x - k <= b.length ? x : -1;
    }

    private int deletion(int[] furthest, int k) {
        int x = furthest[MIDDLE + k - 1];
        return x >= 0 && fromA + x + 1 <= a.length ? x + 1 : -1;
    }

    private static int best(int[] furthest) {
        int best = 0;
        int reach = -1;
        for (int k = -MOST_EDITS; k <= MOST_EDITS; k += 2) {
            int x = furthest[MIDDLE + k];
            if (x >= 0 && 2 * x - k > reach) {
                reach = 2 * x - k;
                best = k;
            }
        }
        return best;
    }

    /// Walks back from the end of a block, notes its matches, and lets the next block begin there.
    private void trace(List<int[]> history, int lastK, int lastX) {
        int x = lastX;
        int k = lastK;
        for (int edits = history.size(); edits > 0; edits--) {
            int[] furthest = history.get(edits - 1);
            int entry = entry(furthest, k);
            x = note(x, entry, k);
            boolean inserted = insertion(furthest, k) >= deletion(furthest, k);
            x = inserted ? x : x - 1;
            k = inserted ? k + 1 : k - 1;
        }
        note(x, 0, 0);
        fromA += lastX;
        fromB += lastX - lastK;
    }

    private int note(int to, int from, int k) {
        for (int x = from; x < to; x++) {
            match[fromB + x - k] = fromA + x;
        }
        return from;
    }
}
