package dev.mediagen.alignment.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds words by the rules of Unicode (UAX 29, dictionaries for Thai, Chinese, Japanese), then joins what people
/// read as one: `well-known`, `$5.20`, `42%`, `3:45`.
final class WordBreaks {
    private static final String HYPHENS = "-\u2010\u2011";

    private final SourceText text;
    private final List<int[]> spans = new ArrayList<>();

    private WordBreaks(SourceText text) {
        this.text = text;
    }

    /// @param sentences offsets at which sentences end
    static List<Word> words(SourceText text, ULocale locale, int[] sentences) {
        WordBreaks breaks = new WordBreaks(text);
        breaks.collect(locale);
        breaks.keepOneWord();
        return breaks.withBoundaries(sentences);
    }

    private void collect(ULocale locale) {
        BreakIterator iterator = BreakIterator.getWordInstance(locale);
        iterator.setText(text.text());
        int start = 0;
        int hyphenEnd = -1;
        for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
            String segment = text.text().substring(start, end);
            boolean word = iterator.getRuleStatus() >= BreakIterator.WORD_NONE_LIMIT;
            if (word || Spoken.is(segment)) {
                add(start, end, start == hyphenEnd);
            } else if (endsAt(start) && (hyphen(segment, start) || colonInTime(segment, start, end))) {
                hyphenEnd = end;
            }
            start = end;
        }
    }

    private void add(int startOffset, int endOffset, boolean afterHyphen) {
        int from = text.clusterAt(startOffset);
        int to = text.clusterAt(endOffset - 1) + 1;
        int[] last = spans.isEmpty() ? null : spans.getLast();
        boolean joins = last != null
                && (afterHyphen && letterAt(startOffset)
                        || from < last[1]
                        || from == last[1] && signMeetsWord(startOffset));
        if (joins) {
            last[1] = Math.max(to, last[1]);
        } else {
            spans.add(new int[] {from, to});
        }
    }

    private boolean endsAt(int offset) {
        return !spans.isEmpty() && text.offset(spans.getLast()[1]) == offset;
    }

    /// `$` + `5.20`, `42` + `%`: a sign sticks to a digit it touches; an emoji sticks to nothing.
    private boolean signMeetsWord(int offset) {
        int before = text.text().codePointBefore(offset);
        int after = text.text().codePointAt(offset);
        return narrowSign(before) && Character.isDigit(after) || Character.isDigit(before) && narrowSign(after);
    }

    private static boolean narrowSign(int codePoint) {
        return codePoint < 0x2600 && Spoken.isSign(codePoint);
    }

    private boolean hyphen(String segment, int offset) {
        return HYPHENS.contains(segment) && joinable(text.text().codePointBefore(offset));
    }

    private boolean colonInTime(String segment, int start, int end) {
        return segment.equals(":")
                && end < text.text().length()
                && Character.isDigit(text.text().codePointBefore(start))
                && Character.isDigit(text.text().codePointAt(end));
    }

    private boolean letterAt(int offset) {
        return joinable(text.text().codePointAt(offset));
    }

    private static boolean joinable(int codePoint) {
        return Character.isLetterOrDigit(codePoint) && !Character.isIdeographic(codePoint);
    }

    /// Dots or dashes alone still need something to highlight.
    private void keepOneWord() {
        if (!spans.isEmpty()) {
            return;
        }
        int from = 0;
        int to = text.size();
        while (from < to && text.isBlank(from)) {
            from++;
        }
        while (to > from && text.isBlank(to - 1)) {
            to--;
        }
        if (from < to) {
            spans.add(new int[] {from, to});
        }
    }

    private List<Word> withBoundaries(int[] sentences) {
        List<Word> words = new ArrayList<>(spans.size());
        for (int i = 0; i < spans.size(); i++) {
            int[] span = spans.get(i);
            boolean last = i == spans.size() - 1;
            Word.Boundary after = last
                    ? Word.Boundary.SENTENCE
                    : between(sentences, text.offset(span[1]), text.offset(spans.get(i + 1)[0]));
            words.add(new Word(span[0], span[1], after));
        }
        return List.copyOf(words);
    }

    private Word.Boundary between(int[] sentences, int end, int nextStart) {
        if (nextStart == end) {
            return Word.Boundary.NONE;
        }
        int found = Arrays.binarySearch(sentences, end);
        int next = found >= 0 ? found : -found - 1;
        if (next < sentences.length && sentences[next] <= nextStart) {
            return Word.Boundary.SENTENCE;
        }
        boolean punctuated = text.text().substring(end, nextStart).codePoints().anyMatch(c -> !Blank.is(c) && c != '.');
        return punctuated ? Word.Boundary.CLAUSE : Word.Boundary.NONE;
    }
}
