package dev.mediagen.alignment.captions;

import java.util.Arrays;

/// What the line breaks inside a cue cost at the least. A break that is no worse than an ordinary one costs nothing.
final class LineCosts {
    private final int lines;
    private final int[] lineEnds;
    private final double[] breaks;

    /// @param lineEnds for each atom, after the last one that fits on a line with it
    LineCosts(int lines, int[] lineEnds, double[] breaks) {
        this.lines = lines;
        this.lineEnds = lineEnds;
        this.breaks = breaks;
    }

    /// After the last atom that fits into a cue with this one.
    int cueEnd(int from) {
        int end = from;
        for (int line = 0; line < lines && end < lineEnds.length; line++) {
            end = lineEnds[end];
        }
        return end;
    }

    /// @return for each number of atoms in a cue that begins with this one
    double[] of(int from) {
        int most = cueEnd(from) - from;
        double[] costs = new double[most + 1];
        Arrays.fill(costs, lineEnds[from] - from + 1, most + 1, Double.POSITIVE_INFINITY);
        for (int line = 1; line < lines; line++) {
            costs = withAnotherLine(from, costs);
        }
        return costs;
    }

    private double[] withAnotherLine(int from, double[] fewer) {
        double[] costs = fewer.clone();
        for (int to = lineEnds[from] + 1; to - from < costs.length; to++) {
            for (int begin = to - 1; begin > from && to <= lineEnds[begin]; begin--) {
                double bad = Math.max(0, breaks[begin - 1] - BreakQuality.ORDINARY);
                costs[to - from] = Math.min(costs[to - from], fewer[begin - from] + bad);
            }
        }
        return costs;
    }
}
