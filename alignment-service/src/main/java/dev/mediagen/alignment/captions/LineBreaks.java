package dev.mediagen.alignment.captions;

import java.util.ArrayList;
import java.util.List;

/// Splits a cue into lines: of like length, and where the sense allows it.
final class LineBreaks {
    /// Columns of difference that are as bad as an ordinary break.
    private static final double IMBALANCE = 1 / 25.0;

    private final CaptionRules rules;
    private final List<Atom> atoms;
    private final double[] breaks;

    LineBreaks(CaptionRules rules, List<Atom> atoms, double[] breaks) {
        this.rules = rules;
        this.atoms = atoms;
        this.breaks = breaks;
    }

    /// Pairs of first atom and after the last.
    List<int[]> split(int from, int to) {
        List<int[]> lines = new ArrayList<>();
        int start = from;
        for (int left = rules.lines(); left > 1 && width(start, to) > rules.lineLength(); left--) {
            int end = best(start, to, left);
            lines.add(new int[] {start, end});
            start = end;
        }
        lines.add(new int[] {start, to});
        return lines;
    }

    private int best(int from, int to, int lines) {
        int best = from + 1;
        double least = Double.POSITIVE_INFINITY;
        for (int end = from + 1; end < to && width(from, end) <= rules.lineLength(); end++) {
            int rest = width(end, to);
            double overflow = fits(end, to, lines - 1) ? 0 : 1e6;
            double difference = Math.abs(width(from, end) - rest / (lines - 1.0));
            double cost = overflow + breaks[end - 1] + IMBALANCE * difference;
            if (cost < least) {
                least = cost;
                best = end;
            }
        }
        return best;
    }

    private boolean fits(int from, int to, int lines) {
        int start = from;
        for (int line = 0; line < lines && start < to; line++) {
            int end = start + 1;
            while (end < to && width(start, end + 1) <= rules.lineLength()) {
                end++;
            }
            start = end;
        }
        return start >= to;
    }

    int width(int from, int to) {
        int width = -atoms.get(to - 1).space();
        for (int i = from; i < to; i++) {
            width += atoms.get(i).width() + atoms.get(i).space();
        }
        return width;
    }
}
