package dev.mediagen.tts.chunks;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/// A sentence that is longer than one call may be, in parts.
final class SentenceParts {
    private static final String CLAUSE = ",;:–—…!?.)]}»”，、；：。！？）」』،؛۔।";
    /// These end a clause without white space after them.
    private static final String WIDE = "，、；：。！？）」』—…";
    /// A clause that ends sooner than this share of the limit would make too short a part.
    private static final double LEAST = 0.35;

    private final String sentence;
    private final int limit;
    private final BreakIterator clusters = BreakIterator.getCharacterInstance(ULocale.ROOT);

    private SentenceParts(String sentence, int limit) {
        this.sentence = sentence;
        this.limit = limit;
        clusters.setText(sentence);
    }

    static List<String> of(String sentence, int limit) {
        return new SentenceParts(sentence, limit).parts();
    }

    private List<String> parts() {
        var parts = new ArrayList<String>();
        int from = 0;
        while (sentence.codePointCount(from, sentence.length()) > limit) {
            int cut = cut(from);
            parts.add(sentence.substring(from, cut));
            from = cut;
        }
        parts.add(sentence.substring(from));
        return parts;
    }

    private int cut(int from) {
        int end = sentence.offsetByCodePoints(from, limit);
        int least = from + (int) (LEAST * (end - from));
        int clause = last(from, end, least, at -> afterClause(at) && isWhole(from, at));
        if (clause > from) return clause;
        int word = last(from, end, from, at -> afterWord(at) && isWhole(from, at));
        if (word > from) return word;
        int space = last(from, end, from, at -> afterSpace(at) && isWhole(from, at));
        if (space > from) return space;
        int whole = last(from, end, from, at -> isLast(at) && isWhole(from, at));
        if (whole > from) return whole;
        int character = last(from, end, from, at -> true);
        // a single character of more code points than the limit: nothing but a code point is left
        return character > from ? character : end;
    }

    private interface Place {
        boolean fits(int at);
    }

    /// The last place between two characters that fits; `from` if there is none.
    private int last(int from, int end, int least, Place place) {
        int at = clusters.isBoundary(end) ? end : clusters.preceding(end);
        for (; at > from && at >= least; at = clusters.previous()) {
            if (place.fits(at)) return at;
        }
        return from;
    }

    /// Whether what follows fits into one more part.
    private boolean isLast(int at) {
        return sentence.codePointCount(at, sentence.length()) <= limit;
    }

    /// Whether there is something to say on both sides, or on neither.
    private boolean isWhole(int from, int at) {
        boolean rest = TextChunks.isSpeakable(sentence.substring(at));
        boolean possible = TextChunks.isSpeakable(sentence.substring(from));
        return !possible || rest && TextChunks.isSpeakable(sentence.substring(from, at));
    }

    private boolean afterSpace(int at) {
        return isSpace(at - 1) && !(at < sentence.length() && isSpace(at));
    }

    /// After a space that does not belong to what is read as one: `Mr. Smith`, `10 000`.
    private boolean afterWord(int at) {
        if (!afterSpace(at)) return false;
        int word = wordBefore(at);
        if (word == 0) return false;
        boolean number = Character.isDigit(sentence.charAt(word - 1))
                && at < sentence.length()
                && Character.isDigit(sentence.charAt(at));
        return !number && !Sentences.goesOn(sentence, word);
    }

    private int wordBefore(int at) {
        int end = at;
        while (end > 0 && isSpace(end - 1)) end--;
        return end;
    }

    private boolean afterClause(int at) {
        if (WIDE.indexOf(sentence.charAt(at - 1)) >= 0) return !(at < sentence.length() && isClosing(at));
        if (!afterSpace(at)) return false;
        int mark = wordBefore(at);
        if (mark == 0 || CLAUSE.indexOf(sentence.charAt(mark - 1)) < 0) return false;
        return sentence.charAt(mark - 1) != '.' || !isPointOfAbbreviation(mark - 1);
    }

    private boolean isClosing(int at) {
        return isSpace(at) || CLAUSE.indexOf(sentence.charAt(at)) >= 0;
    }

    /// In mid-sentence a point belongs to its word, or Unicode's rules had ended the sentence there.
    private boolean isPointOfAbbreviation(int point) {
        return point > 0 && Character.isLetterOrDigit(sentence.charAt(point - 1));
    }

    private boolean isSpace(int at) {
        return Character.isWhitespace(sentence.charAt(at)) || sentence.charAt(at) == '\u00a0';
    }
}
