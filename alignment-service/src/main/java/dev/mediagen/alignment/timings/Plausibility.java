package dev.mediagen.alignment.timings;

import dev.mediagen.alignment.text.Word;
import java.util.function.Predicate;

/// Compares complete timings with what can be heard; changes no time, only how far it is trusted.
final class Plausibility {
    /// With more of the speech without text than this, the text is another one or not all of it.
    private static final double MUCH = 0.1;

    private static final double LEAST_TRUST = 0.3;

    private final Track track;
    private final WordChecks checks;
    /// Seconds of speech without text.
    private double untold;

    private Plausibility(Track track) {
        this.track = track;
        this.checks = new WordChecks(track.text, track.starts, track.ends, track.activity);
    }

    static void apply(Track track) {
        Plausibility plausibility = new Plausibility(track);
        plausibility.doubtWhere(plausibility.checks::tooFast, 0.6, "%d words are implausibly fast.");
        if (track.activity.silent()) {
            track.warn("No speech was found in the audio.");
            track.doubtAll(0.3);
            return;
        }
        plausibility.doubtWhere(plausibility.checks::inSilence, 0.5, "%d words are timed where nobody speaks.");
        plausibility.doubtWhere(plausibility.checks::holdsSilence, 0.6, "%d words have a long silence inside.");
        plausibility.gaps();
        plausibility.whole();
    }

    private void doubtWhere(Predicate<Word> condition, double factor, String warning) {
        int count = 0;
        for (Word word : track.text.words()) {
            if (condition.test(word)) {
                doubt(word, factor);
                count++;
            }
        }
        if (count > 0) {
            track.warn(warning, count);
        }
    }

    private void gaps() {
        double after = 0;
        Word previous = null;
        for (Word word : track.text.words()) {
            gap(previous, word, after, checks.start(word));
            after = checks.end(word);
            previous = word;
        }
        gap(previous, null, after, track.activity.duration());
        double share = untold / track.activity.speech(0, track.activity.duration());
        if (share > MUCH) {
            track.doubtAll(Math.max(LEAST_TRUST, 1 - share));
        }
    }

    private void gap(Word before, Word next, double from, double to) {
        if (checks.gap(from, to)) {
            track.warn("There is speech without text between %.1f s and %.1f s.", from, to);
            untold += track.activity.speech(from, to);
            doubt(before, 0.7);
            doubt(next, 0.7);
        }
    }

    private void whole() {
        double trust =
                Misfit.of(track.text, track.starts, track.ends, track.activity).trust();
        if (trust < 1) {
            track.warn("Words and sound do not go together: the text may be another one.");
            track.doubtAll(trust);
        }
    }

    private void doubt(Word word, double factor) {
        for (int i = word == null ? 0 : word.from(); word != null && i < word.to(); i++) {
            track.doubt(i, factor);
        }
    }
}
