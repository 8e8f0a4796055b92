package dev.mediagen.alignment.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// A text as the caller sent it, cut into grapheme clusters (what a reader calls a character), words and sentences.
/// Positions are indices of clusters unless a name says otherwise.
public final class SourceText {
    private final String text;
    private final int[] offsets;
    private final BitSet spoken;
    private final List<Word> words;
    private final List<Sentence> sentences;

    private SourceText(String text, int[] offsets, BitSet spoken, List<Word> words, List<Sentence> sentences) {
        this.text = text;
        this.offsets = offsets;
        this.spoken = spoken;
        this.words = words;
        this.sentences = sentences;
    }

    /// @param languageCode ISO 639-1, or null; only tips the balance where scripts share rules
    public static SourceText of(String text, String languageCode) {
        ULocale locale = locale(languageCode);
        int[] offsets = clusterOffsets(text);
        int[] breaks = SentenceBreaks.of(text, locale);
        BitSet spoken = spoken(text, offsets);
        SourceText bare = new SourceText(text, offsets, spoken, List.of(), List.of());
        List<Word> words = WordBreaks.words(bare, locale, breaks);
        SourceText worded = new SourceText(text, offsets, spoken, words, List.of());
        return new SourceText(text, offsets, spoken, words, SentenceBreaks.sentences(worded, breaks));
    }

    private static BitSet spoken(String text, int[] offsets) {
        BitSet spoken = new BitSet(offsets.length);
        for (int i = 0; i + 1 < offsets.length; i++) {
            spoken.set(i, Spoken.is(text, offsets[i], offsets[i + 1]));
        }
        return spoken;
    }

    public static ULocale locale(String languageCode) {
        return languageCode == null || languageCode.isBlank()
                ? ULocale.ROOT
                : ULocale.forLanguageTag(languageCode.replace('_', '-'));
    }

    private static int[] clusterOffsets(String text) {
        if (text.chars().allMatch(SourceText::standsAlone)) {
            return IntStream.rangeClosed(0, text.length()).toArray();
        }
        BreakIterator clusters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        clusters.setText(text);
        int[] offsets = new int[text.length() + 1];
        int count = 1;
        for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
            offsets[count++] = end;
        }
        return Arrays.copyOf(offsets, count);
    }

    /// Whether no rule of Unicode joins it to a neighbour: Latin letters, signs of the East. Not knowing costs time
    /// only.
    private static boolean standsAlone(int unit) {
        return unit < 0x300 && unit != '\r'
                || unit >= 0x3000
                        && unit < 0xa000
                        && !(unit >= 0x302a && unit <= 0x302f)
                        && unit != 0x3099
                        && unit != 0x309a;
    }

    public String text() {
        return text;
    }

    /// Number of clusters.
    public int size() {
        return offsets.length - 1;
    }

    public String cluster(int index) {
        return text.substring(offsets[index], offsets[index + 1]);
    }

    public String slice(int from, int to) {
        return text.substring(offsets[from], offsets[to]);
    }

    /// Code unit at which a cluster begins; `size()` gives the end of the text.
    public int offset(int cluster) {
        return offsets[cluster];
    }

    /// The cluster that holds this code unit.
    public int clusterAt(int offset) {
        int found = Arrays.binarySearch(offsets, offset);
        return found >= 0 ? found : -found - 2;
    }

    /// In order, never overlapping. A text that is not blank has at least one.
    public List<Word> words() {
        return words;
    }

    /// Whether a voice speaks this code point.
    public static boolean hasSound(int codePoint) {
        return Spoken.is(codePoint);
    }

    /// In order. Each has a word, and each word lies in one of them.
    public List<Sentence> sentences() {
        return sentences;
    }

    public boolean isBlank(int cluster) {
        return cluster(cluster).codePoints().allMatch(Blank::is);
    }

    /// Whether the cluster is something a voice speaks, as opposed to space and punctuation.
    public boolean isSpoken(int cluster) {
        return spoken.get(cluster);
    }
}
