package dev.mediagen.alignment.captions;

import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;

/// Cuts the atoms into cues: of all cuts that fit the screen, the cheapest to read.
final class CueBreaks {
    private static final double EACH_CUE = 1;
    private static final double SENTENCE_INSIDE = 0.5;
    private static final double PAUSE_INSIDE = 1.5;
    private static final long LONG_PAUSE = 700;
    private static final double TOO_SHORT = 3;
    private static final double TOO_FAST = 0.15;

    private final CaptionRules rules;
    private final List<Atom> atoms;
    private final double[] breaks;
    /// Columns before each atom, spaces included.
    private final int[] columns;
    /// Cost of what lies between the atoms before each atom, when it lies inside a cue.
    private final double[] inside;

    CueBreaks(CaptionRules rules, List<Atom> atoms, double[] breaks) {
        this.rules = rules;
        this.atoms = atoms;
        this.breaks = breaks;
        this.columns = new int[atoms.size() + 1];
        this.inside = new double[atoms.size() + 1];
        for (int i = 0; i < atoms.size(); i++) {
            Atom atom = atoms.get(i);
            columns[i + 1] = columns[i] + atom.width() + atom.space();
            inside[i + 1] = inside[i] + (i + 1 < atoms.size() ? insideCost(atom, atoms.get(i + 1), breaks[i]) : 0);
        }
    }

    private static double insideCost(Atom atom, Atom next, double quality) {
        double pause = next.start() - atom.end() > LONG_PAUSE ? PAUSE_INSIDE : 0;
        return pause + (quality == BreakQuality.SENTENCE ? SENTENCE_INSIDE : 0);
    }

    /// Pairs of first atom and after the last.
    List<int[]> ranges() {
        int size = atoms.size();
        double[] cost = new double[size + 1];
        int[] cameFrom = new int[size + 1];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        cost[0] = 0;
        LineCosts lineCosts = new LineCosts(Math.max(1, rules.lines()), lineEnds(), breaks);
        for (int from = 0; from < size; from++) {
            double[] lines = lineCosts.of(from);
            for (int to = from + 1; to - from < lines.length && (to == from + 1 || lasts(from, to)); to++) {
                double total = cost[from] + cost(from, to) + lines[to - from];
                if (total < cost[to]) {
                    cost[to] = total;
                    cameFrom[to] = from;
                }
            }
        }
        LinkedList<int[]> ranges = new LinkedList<>();
        for (int to = size; to > 0; to = cameFrom[to]) {
            ranges.addFirst(new int[] {cameFrom[to], to});
        }
        return ranges;
    }

    /// For each atom, after the last one that fits on a line with it.
    private int[] lineEnds() {
        int[] ends = new int[atoms.size()];
        int end = 0;
        for (int from = 0; from < ends.length; from++) {
            end = Math.max(end, from + 1);
            while (end < ends.length && width(from, end + 1) <= rules.lineLength()) {
                end++;
            }
            ends[from] = end;
        }
        return ends;
    }

    private int width(int from, int to) {
        return columns[to] - columns[from] - atoms.get(to - 1).space();
    }

    private boolean lasts(int from, int to) {
        return atoms.get(to - 1).end() - atoms.get(from).start()
                <= rules.longest().toMillis();
    }

    private double cost(int from, int to) {
        long start = atoms.get(from).start();
        long spoken = atoms.get(to - 1).end() - start;
        long room = to < atoms.size() ? Math.max(spoken, atoms.get(to).start() - start) : spoken;
        double shortest = rules.shortest().toMillis();
        double total = EACH_CUE + breaks[to - 1] + inside[to - 1] - inside[from];
        total += room < shortest ? TOO_SHORT * (1 - room / shortest) : 0;
        double speed = width(from, to) * 1000.0 / Math.max(room, 1);
        return total + TOO_FAST * Math.clamp(speed - rules.charactersPerSecond(), 0, 20);
    }
}
