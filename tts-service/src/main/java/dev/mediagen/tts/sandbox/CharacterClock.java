package dev.mediagen.tts.sandbox;

import com.ibm.icu.text.BreakIterator;
import dev.mediagen.contracts.CharacterTimings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Timings of every character of the source text. One entry per grapheme cluster, so the entries join to the text;
/// what is not spoken shares the silence around it.
final class CharacterClock {
    private static final double ROUNDING = 10_000;
    private final String text;
    private final double duration;
    private final List<Integer> clusters = new ArrayList<>();
    private final List<Double> starts = new ArrayList<>();
    private final List<Double> ends = new ArrayList<>();

    private CharacterClock(String text, double duration) {
        this.text = text;
        this.duration = duration;
    }

    /// @param tokens in source order, not overlapping
    static CharacterTimings timings(String text, List<SpokenToken> tokens, double duration) {
        var clock = new CharacterClock(text, duration);
        clock.split();
        clock.run(tokens);
        return clock.result();
    }

    private void split() {
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        characters.first();
        for (int end = characters.next(); end != BreakIterator.DONE; end = characters.next()) clusters.add(end);
    }

    private int startOf(int cluster) {
        return cluster == 0 ? 0 : clusters.get(cluster - 1);
    }

    private void run(List<SpokenToken> tokens) {
        double heard = 0;
        for (var token : tokens) {
            int first = until(token.start());
            int next = first;
            while (next < clusters.size() && startOf(next) < token.end()) next++;
            // a piece inside a cluster that has its time already
            if (first == next) continue;
            silence(first, heard, token.begin());
            for (int cluster = first; cluster < next; cluster++)
                add(
                        token.at((cluster - first) / (double) (next - first)),
                        token.at((cluster + 1 - first) / (double) (next - first)));
            heard = token.finish();
        }
        silence(clusters.size(), heard, duration);
    }

    /// The first cluster without a time that begins at or after the index.
    private int until(int index) {
        int cluster = starts.size();
        while (cluster < clusters.size() && startOf(cluster) < index) cluster++;
        return cluster;
    }

    private void silence(int upTo, double from, double to) {
        int first = starts.size();
        double each = (to - from) / Math.max(1, upTo - first);
        for (int cluster = first; cluster < upTo; cluster++)
            add(from + (cluster - first) * each, from + (cluster + 1 - first) * each);
    }

    private void add(double start, double end) {
        starts.add(Math.round(Math.min(start, duration) * ROUNDING) / ROUNDING);
        ends.add(Math.round(Math.min(end, duration) * ROUNDING) / ROUNDING);
    }

    private CharacterTimings result() {
        var characters = new ArrayList<String>();
        for (int cluster = 0; cluster < clusters.size(); cluster++)
            characters.add(text.substring(startOf(cluster), clusters.get(cluster)));
        return new CharacterTimings(characters, starts, ends);
    }
}
