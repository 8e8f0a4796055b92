package dev.mediagen.alignment.timings;

import dev.mediagen.alignment.activity.Interval;

/// Gives a time to every cluster that has none, from its neighbours and the speech between them.
final class Interpolation {
    /// A usual character, seconds; how far a missing beginning reaches back.
    private static final double USUAL_CHARACTER = 0.08;

    private final Track track;
    private final Spreading spreading;
    private int spokenFilled;

    private Interpolation(Track track) {
        this.track = track;
        this.spreading = new Spreading(track.text, track.activity, track.starts, track.ends);
    }

    static void apply(Track track) {
        Interpolation interpolation = new Interpolation(track);
        for (int i = 0; i < track.size(); i++) {
            if (!track.known(i)) {
                int from = i;
                while (i < track.size() && !track.known(i)) {
                    i++;
                }
                interpolation.fill(from, i);
            }
        }
        if (interpolation.spokenFilled > 0) {
            track.warn("%d characters had no usable time; it was interpolated.", interpolation.spokenFilled);
        }
    }

    private void fill(int from, int to) {
        int spoken = 0;
        for (int i = from; i < to; i++) {
            spoken += track.text.isSpoken(i) ? 1 : 0;
            track.doubt(i, track.text.isSpoken(i) ? 0.5 : 0.95);
        }
        spokenFilled += spoken;
        double duration = track.activity.duration();
        double start = from > 0 ? track.ends[from - 1] : 0;
        double end = to < track.size() ? track.starts[to] : Math.max(start, Math.min(duration, track.activity.end()));
        if (from == 0 && to < track.size()) {
            start = beginning(spoken, end);
        } else if (to == track.size() && from > 0 && spoken == 0) {
            end = start;
        }
        spreading.spread(from, to, start, Math.max(start, end));
    }

    private double beginning(int spoken, double next) {
        double speech = track.activity.segments().stream()
                .mapToDouble(Interval::start)
                .findFirst()
                .orElse(0);
        return spoken == 0 ? next : Math.max(Math.min(speech, next), next - 3 * spoken * USUAL_CHARACTER);
    }
}
