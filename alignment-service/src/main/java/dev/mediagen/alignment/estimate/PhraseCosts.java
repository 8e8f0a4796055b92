package dev.mediagen.alignment.estimate;

import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.alignment.text.Word;
import dev.mediagen.alignment.text.Word.Boundary;
import dev.mediagen.alignment.timings.Weights;
import java.util.List;

/// How badly a stretch of words fits a stretch of speech, and a pause a place in the text.
final class PhraseCosts {
    private final Spurts spurts;
    private final List<Word> words;
    /// Expected seconds of speech before each word.
    private final double[] expected;
    /// Cost of speaking on over the boundaries before each word.
    private final double[] spokenOver;

    PhraseCosts(SourceText text, Spurts spurts) {
        this.spurts = spurts;
        this.words = text.words();
        this.expected = new double[words.size() + 1];
        this.spokenOver = new double[words.size() + 1];
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            double weight = 0.3;
            for (int c = word.from(); c < word.to(); c++) {
                weight += Weights.of(text, c);
            }
            expected[i + 1] = expected[i] + weight;
            spokenOver[i + 1] = spokenOver[i] + overCost(word.after());
        }
        double secondsPerWeight = spurts.total() / expected[words.size()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] *= secondsPerWeight;
        }
    }

    private static double overCost(Boundary boundary) {
        return switch (boundary) {
            case SENTENCE -> 3;
            case CLAUSE -> 0.8;
            case NONE -> 0;
        };
    }

    double expected(int from, int to) {
        return expected[to] - expected[from];
    }

    double[] expected() {
        return expected;
    }

    /// Words `from` to `to` spoken in spurts `first` to `last`, with the silences between those ignored.
    double phrase(int first, int last, int from, int to) {
        double meant = expected(from, to);
        double off = spurts.speech(first, last) - meant;
        double cost = off * off / (2 * (0.01 + 0.03 * meant));
        for (int spurt = first + 1; spurt < last; spurt++) {
            cost += 1 + 8 * spurts.pauseBefore(spurt);
        }
        return to > from ? cost + spokenOver[to - 1] - spokenOver[from] : cost;
    }

    /// The pause before a spurt, taken after the word before `word`.
    double pause(int spurt, int word) {
        double length = spurts.pauseBefore(spurt);
        if (word == 0 || word == words.size()) {
            return 3 + 4 * Math.min(length, 1);
        }
        return switch (words.get(word - 1).after()) {
            case SENTENCE -> 0;
            case CLAUSE -> 0.2 + 0.5 * Math.min(length, 1);
            case NONE -> 1.5 + 4 * Math.min(length, 1);
        };
    }
}
