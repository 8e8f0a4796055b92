package dev.mediagen.tts.chunks;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.mediagen.contracts.CharacterTimings;
import dev.mediagen.tts.audio.Placed;
import java.util.ArrayList;
import java.util.List;

/// Timings of a whole text out of those of its chunks, by where each chunk's sound was measured to lie.
public final class ChunkTimings {
    private static final double ROUNDING = 10_000;
    private final List<String> characters = new ArrayList<>();
    private final List<Double> starts = new ArrayList<>();
    private final List<Double> ends = new ArrayList<>();

    /// The next chunk, with the timings it came with. White space at the end of the one before lasts until it begins.
    public void spoken(CharacterTimings timings, Placed place) {
        boolean afterSpace =
                !characters.isEmpty() && characters.getLast().codePoints().allMatch(Character::isWhitespace);
        if (afterSpace) ends.set(ends.size() - 1, rounded(place.start()));
        characters.addAll(timings.characters());
        for (int index = 0; index < timings.starts().size(); index++) {
            double before = starts.isEmpty() ? 0 : starts.getLast();
            double start = Math.max(before, rounded(place.at(timings.starts().get(index))));
            starts.add(start);
            ends.add(Math.max(start, rounded(place.at(timings.ends().get(index)))));
        }
    }

    /// The next part of the text, which nobody spoke.
    ///
    /// @param at seconds in the whole
    public void unspoken(String text, double at) {
        var clusters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        clusters.setText(text);
        int start = clusters.first();
        for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
            characters.add(text.substring(start, end));
            starts.add(rounded(at));
            ends.add(rounded(at));
            start = end;
        }
    }

    public CharacterTimings whole() {
        return new CharacterTimings(List.copyOf(characters), List.copyOf(starts), List.copyOf(ends));
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * ROUNDING) / ROUNDING;
    }
}
