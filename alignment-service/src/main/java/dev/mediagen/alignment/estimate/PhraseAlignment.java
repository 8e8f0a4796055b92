package dev.mediagen.alignment.estimate;

import dev.mediagen.alignment.text.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Assigns the pauses of the audio to boundaries between words: the cheapest path by dynamic programming, within a
/// band around the even distribution, so that its cost grows linearly with the length of the text.
final class PhraseAlignment {
    private static final int NARROWEST_BAND = 15;
    private static final int WIDEST_BAND = 150;
    /// How many pauses in a row may fall inside a phrase.
    private static final int MOST_IGNORED = 3;

    private final Spurts spurts;
    private final PhraseCosts costs;
    private final int words;
    private final int band;
    private final int[] centre;
    /// Cheapest way to have spoken `low(spurt) + i` words before a spurt begins.
    private final double[][] cost;
    private final int[][] cameFrom;

    PhraseAlignment(SourceText text, Spurts spurts) {
        this.spurts = spurts;
        this.costs = new PhraseCosts(text, spurts);
        this.words = text.words().size();
        this.band = Math.clamp(Math.round(0.06 * words), NARROWEST_BAND, WIDEST_BAND);
        this.centre = new int[spurts.size() + 1];
        for (int i = 0; i <= spurts.size(); i++) {
            int found = Arrays.binarySearch(costs.expected(), spurts.speechBefore()[i]);
            centre[i] = Math.clamp(found < 0 ? -found - 1 : found, 0, words);
        }
        centre[spurts.size()] = words;
        this.cost = new double[spurts.size() + 1][2 * band + 1];
        this.cameFrom = new int[spurts.size() + 1][2 * band + 1];
    }

    List<Phrase> phrases() {
        for (double[] row : cost) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        cost[0][slot(0, 0)] = 0;
        for (int spurt = 1; spurt <= spurts.size(); spurt++) {
            boolean end = spurt == spurts.size();
            int low = end ? words : Math.max(0, centre[spurt] - band);
            int high = Math.min(words, centre[spurt] + band);
            for (int word = low; word <= high; word++) {
                reach(spurt, word, end ? 0 : costs.pause(spurt, word));
            }
        }
        return walkBack();
    }

    private int slot(int spurt, int word) {
        return word - centre[spurt] + band;
    }

    private void reach(int spurt, int word, double pause) {
        int slot = slot(spurt, word);
        for (int first = spurt - 1; first >= Math.max(0, spurt - 1 - MOST_IGNORED); first--) {
            double most = 2.5 * spurts.speech(first, spurt) + 1.5;
            int low = Math.max(0, centre[first] - band);
            for (int from = Math.min(word, centre[first] + band); from >= low; from--) {
                double before = cost[first][slot(first, from)];
                if (costs.expected(from, word) > most) {
                    break;
                }
                double total = before + pause + costs.phrase(first, spurt, from, word);
                if (total < cost[spurt][slot]) {
                    cost[spurt][slot] = total;
                    cameFrom[spurt][slot] = first * (2 * band + 1) + slot(first, from);
                }
            }
        }
    }

    private List<Phrase> walkBack() {
        List<Phrase> phrases = new ArrayList<>();
        int spurt = spurts.size();
        int word = words;
        if (Double.isInfinite(cost[spurt][slot(spurt, word)])) {
            return List.of(new Phrase(0, words, spurts.span(0, spurt), spurts.total()));
        }
        while (spurt > 0) {
            int origin = cameFrom[spurt][slot(spurt, word)];
            int first = origin / (2 * band + 1);
            int from = origin % (2 * band + 1) + centre[first] - band;
            if (from < word) {
                phrases.addFirst(new Phrase(from, word, spurts.span(first, spurt), spurts.speech(first, spurt)));
            }
            spurt = first;
            word = from;
        }
        return phrases;
    }
}
