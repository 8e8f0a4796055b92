package dev.mediagen.alignment.estimate;

import dev.mediagen.alignment.activity.SpeechActivity;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.alignment.timings.Weights;
import java.util.List;

/// An honest word about guessed times: best next to a pause, worse the farther from one.
final class EstimateConfidence {
    private static final double BEST = 0.6;
    private static final double WORST = 0.25;
    /// Distance from a pause over which trust falls, seconds.
    private static final double REACH = 2;
    /// Seconds per unit of weight that a speaker can have.
    private static final double FASTEST = 0.03;
    private static final double SLOWEST = 0.2;

    private EstimateConfidence() {}

    static void rate(
            List<Phrase> phrases,
            SourceText text,
            SpeechActivity activity,
            double[] starts,
            double[] confidence,
            List<String> warnings) {
        double pace = pace(text, activity);
        boolean odd = pace < FASTEST || pace > SLOWEST;
        if (odd) {
            warnings.add("The text is too %s for this audio.".formatted(pace < FASTEST ? "long" : "short"));
        }
        for (Phrase phrase : phrases) {
            int first = text.words().get(phrase.from()).from();
            boolean last = phrase == phrases.getLast();
            int end = last ? text.size() : text.words().get(phrase.to()).from();
            for (int i = phrase == phrases.getFirst() ? 0 : first; i < end; i++) {
                double edge = Math.min(
                        starts[i] - phrase.time().start(), phrase.time().end() - starts[i]);
                double trust = WORST + (BEST - WORST) * Math.exp(-Math.max(0, edge) / REACH);
                confidence[i] = trust * (odd ? 0.4 : 1);
            }
        }
    }

    private static double pace(SourceText text, SpeechActivity activity) {
        double weight = 0;
        for (int i = 0; i < text.size(); i++) {
            weight += Weights.of(text, i);
        }
        return activity.speech(0, activity.duration()) / Math.max(1, weight);
    }
}
