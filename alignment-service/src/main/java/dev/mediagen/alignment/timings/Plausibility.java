package dev.mediagen.alignment.timings;

import dev.mediagen.alignment.text.Word;
import java.util.function.Predicate;

/// Compares complete timings with what can be heard; changes no time, only how far it is trusted.
final class Plausibility {
    /// A pause that no word may fill, seconds.
    private static final double LONG_SILENCE = 0.4;
    /// Speech without text for longer than this is worth a word, seconds.
    private static final double LONG_GAP = 1.0;
    private static final double FASTEST = 40;
    private static final int LEAST_CHARACTERS = 4;

    private final Track track;

    private Plausibility(Track track) {
        this.track = track;
    }

    static void apply(Track track) {
        Plausibility check = new Plausibility(track);
        check.speed();
        check.silence();
        check.gaps();
    }

    private void speed() {
        int fast = doubtWhere(this::tooFast, 0.6);
        if (fast > 0) {
            track.warn("%d words are implausibly fast.", fast);
        }
    }

    private int doubtWhere(Predicate<Word> condition, double factor) {
        int count = 0;
        for (Word word : track.text.words()) {
            if (condition.test(word)) {
                doubt(word, factor);
                count++;
            }
        }
        return count;
    }

    private boolean tooFast(Word word) {
        return word.length() >= LEAST_CHARACTERS && word.length() > FASTEST * (end(word) - start(word));
    }

    private void silence() {
        if (track.activity.silent()) {
            track.warnings.add("No speech was found in the audio.");
            track.text.words().forEach(w -> doubt(w, 0.3));
            return;
        }
        int quiet = doubtWhere(this::inSilence, 0.5);
        if (quiet > 0) {
            track.warn("%d words are timed where nobody speaks.", quiet);
        }
    }

    private boolean inSilence(Word word) {
        double slack = Math.max(0, (LONG_SILENCE - (end(word) - start(word))) / 2);
        return track.activity.speech(start(word) - slack, end(word) + slack) < 0.015;
    }

    private void gaps() {
        double after = 0;
        Word previous = null;
        for (Word word : track.text.words()) {
            gap(previous, word, after, start(word));
            after = end(word);
            previous = word;
        }
        gap(previous, null, after, track.activity.duration());
    }

    private void gap(Word before, Word next, double from, double to) {
        if (to - from > LONG_GAP && track.activity.speech(from, to) > LONG_GAP) {
            track.warn("There is speech without text between %.1f s and %.1f s.", from, to);
            if (before != null) {
                doubt(before, 0.7);
            }
            if (next != null) {
                doubt(next, 0.7);
            }
        }
    }

    private double start(Word word) {
        return track.starts[word.from()];
    }

    private double end(Word word) {
        return track.ends[word.to() - 1];
    }

    private void doubt(Word word, double factor) {
        for (int i = word.from(); i < word.to(); i++) {
            track.doubt(i, factor);
        }
    }
}
