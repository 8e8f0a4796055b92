package dev.mediagen.alignment.timings;

import dev.mediagen.alignment.activity.Interval;
import dev.mediagen.alignment.activity.SpeechActivity;
import java.util.ArrayList;
import java.util.List;

/// Turns a share of the speech between two instants into an instant. Shares are asked for in rising order.
final class SpeechClock {
    private final List<Interval> parts = new ArrayList<>();
    private double total;
    private int part;
    private double before;

    /// @param ignoreSilence whether to run through silence as well
    SpeechClock(SpeechActivity activity, double from, double to, boolean ignoreSilence) {
        if (!ignoreSilence) {
            for (Interval segment : activity.segments()) {
                double start = Math.max(segment.start(), from);
                double end = Math.min(segment.end(), to);
                if (end > start) {
                    parts.add(new Interval(start, end));
                }
            }
        }
        if (parts.isEmpty()) {
            parts.add(new Interval(from, to));
        }
        parts.forEach(p -> total += p.length());
    }

    double at(double share) {
        double wanted = share * total;
        while (part < parts.size() - 1 && before + parts.get(part).length() < wanted - 1e-9) {
            before += parts.get(part).length();
            part++;
        }
        Interval current = parts.get(part);
        return Math.min(current.end(), current.start() + Math.max(0, wanted - before));
    }
}
