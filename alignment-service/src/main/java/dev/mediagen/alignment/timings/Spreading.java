package dev.mediagen.alignment.timings;

import dev.mediagen.alignment.activity.SpeechActivity;
import dev.mediagen.alignment.text.SourceText;

/// Lays clusters into a stretch of audio, each in proportion to its weight, over the time in which somebody speaks.
public final class Spreading {
    private static final double LEAST_SPEECH = 0.02;

    private final SourceText text;
    private final SpeechActivity activity;
    private final double[] starts;
    private final double[] ends;

    /// @param starts written by [#spread]
    /// @param ends written by [#spread]
    public Spreading(SourceText text, SpeechActivity activity, double[] starts, double[] ends) {
        this.text = text;
        this.activity = activity;
        this.starts = starts;
        this.ends = ends;
    }

    /// Times the clusters `first` to `last` (exclusive) between two instants.
    public void spread(int first, int last, double from, double to) {
        double total = 0;
        for (int i = first; i < last; i++) {
            total += Weights.of(text, i);
        }
        boolean equal = total == 0;
        double room = activity.speech(from, to);
        double at = from;
        double spent = 0;
        SpeechClock clock = new SpeechClock(activity, from, to, room < LEAST_SPEECH);
        for (int i = first; i < last; i++) {
            starts[i] = at;
            spent += equal ? 1.0 / (last - first) : Weights.of(text, i) / total;
            // The last one reaches the edge of the speech, not of the stretch: what follows is a pause.
            at = Math.clamp(equal ? from + (to - from) * spent : clock.at(spent), at, Math.max(at, to));
            ends[i] = at;
        }
    }
}
