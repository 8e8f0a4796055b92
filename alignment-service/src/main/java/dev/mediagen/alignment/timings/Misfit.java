package dev.mediagen.alignment.timings;

import dev.mediagen.alignment.activity.Interval;
import dev.mediagen.alignment.activity.SpeechActivity;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.alignment.text.Word;
import java.util.ArrayList;
import java.util.List;

/// How badly words and sound go together over the whole. Speakers pause between words; timings of another recording
/// put words into its pauses. Of one pause that says little, of many it says that the text is another one.
///
/// @param pauses how many are heard
/// @param hit by words: each pause from 0 (none) to 1 (all of it)
/// @param byChance what would be hit if the same words were laid over the recording anywhere
record Misfit(int pauses, double hit, double byChance) {
    /// A pause no word has inside it, even when it is spoken slowly, seconds.
    private static final double PAUSE = 0.3;
    /// How far a pause may reach into a word, seconds.
    private static final double EDGE = 0.1;
    /// Of fewer nothing can be said.
    private static final int LEAST_PAUSES = 3;
    /// One pause in a word is that word's own trouble.
    private static final double LEAST_HIT = 1.2;
    /// Shares of [#byChance()]: right timings stay below the first, wrong ones mostly lie above the second.
    private static final double FITS = 0.3;

    private static final double WRONG = 0.6;
    private static final double LEAST_TRUST = 0.3;

    static Misfit of(SourceText text, double[] starts, double[] ends, SpeechActivity activity) {
        List<Interval> pauses = pauses(activity);
        double covered = 0;
        for (Word word : text.words()) {
            covered += ends[word.to() - 1] - starts[word.from()];
        }
        double share = Math.min(1, covered / Math.max(1e-3, activity.duration()));
        return new Misfit(pauses.size(), hit(pauses, text.words(), starts, ends), pauses.size() * share);
    }

    /// What confidence is to be multiplied by, 0..1.
    double trust() {
        if (pauses < LEAST_PAUSES || hit < LEAST_HIT || byChance == 0) {
            return 1;
        }
        double share = Math.clamp((hit / byChance - FITS) / (WRONG - FITS), 0, 1);
        return 1 - share * (1 - LEAST_TRUST);
    }

    private static List<Interval> pauses(SpeechActivity activity) {
        List<Interval> pauses = new ArrayList<>();
        double from = 0;
        for (Interval segment : activity.segments()) {
            if (segment.start() - from >= PAUSE) {
                pauses.add(new Interval(from, segment.start()));
            }
            from = segment.end();
        }
        return pauses;
    }

    private static double hit(List<Interval> pauses, List<Word> words, double[] starts, double[] ends) {
        double sum = 0;
        int word = 0;
        for (Interval pause : pauses) {
            while (word < words.size() && ends[words.get(word).to() - 1] <= pause.start()) {
                word++;
            }
            double filled = 0;
            for (int w = word; w < words.size() && starts[words.get(w).from()] < pause.end(); w++) {
                double from = Math.max(starts[words.get(w).from()], pause.start());
                filled += Math.max(0, Math.min(ends[words.get(w).to() - 1], pause.end()) - from);
            }
            sum += Math.max(0, filled - EDGE) / (pause.length() - EDGE);
        }
        return sum;
    }
}
