package dev.mediagen.alignment.estimate;

import dev.mediagen.alignment.activity.Interval;
import dev.mediagen.alignment.activity.SpeechActivity;
import java.util.ArrayList;
import java.util.List;

/// Stretches of speech between pauses.
///
/// @param intervals in order
/// @param speechBefore seconds of speech before each; one more entry holds the total
record Spurts(List<Interval> intervals, double[] speechBefore) {
    /// Shorter silences are more often a stop inside a word than a pause, seconds.
    private static final double SHORTEST_PAUSE = 0.13;

    static Spurts of(SpeechActivity activity) {
        List<Interval> merged = new ArrayList<>();
        for (Interval segment : activity.segments()) {
            if (!merged.isEmpty() && segment.start() - merged.getLast().end() < SHORTEST_PAUSE) {
                merged.add(new Interval(merged.removeLast().start(), segment.end()));
            } else {
                merged.add(segment);
            }
        }
        double[] before = new double[merged.size() + 1];
        for (int i = 0; i < merged.size(); i++) {
            Interval spurt = merged.get(i);
            before[i + 1] = before[i] + activity.speech(spurt.start(), spurt.end());
        }
        return new Spurts(List.copyOf(merged), before);
    }

    int size() {
        return intervals.size();
    }

    double total() {
        return speechBefore[size()];
    }

    double speech(int from, int to) {
        return speechBefore[to] - speechBefore[from];
    }

    /// Seconds of silence before a spurt.
    double pauseBefore(int spurt) {
        return intervals.get(spurt).start() - intervals.get(spurt - 1).end();
    }

    Interval span(int from, int to) {
        return new Interval(intervals.get(from).start(), intervals.get(to - 1).end());
    }
}
