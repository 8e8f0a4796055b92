package dev.mediagen.alignment.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Where sentences end: by the rules of Unicode (UAX 29), less the points that end an abbreviation, an initial or a
/// list number and no sentence.
final class SentenceBreaks {
    /// Languages that write `3.` for `third`.
    private static final Set<String> ORDINALS = Set.of(
            "cs", "da", "de", "et", "fi", "hr", "hu", "is", "lv", "nb", "nn", "no", "pl", "sk", "sl", "sr", "tr");

    private static final String OPENING = "(?:^|[\\s\\p{Ps}\\p{Pi}\"'’])";
    private static final Pattern INITIAL = Pattern.compile(OPENING + "\\p{Lu}\\p{M}*\\.$");
    private static final Pattern ORDINAL = Pattern.compile(OPENING + "(?:\\d{1,2}|[IVXLC]{1,6})\\.$");
    private static final Pattern LIST_NUMBER = Pattern.compile("(?:^|\\R)\\h*\\d{1,3}\\.$");
    private static final Pattern LAST_WORD = Pattern.compile("([\\p{L}\\p{M}.’'-]+)\\.$");
    private static final String LINE_ENDS = "\n\r\u000b\f\u0085\u2028\u2029";
    private static final int MEMORY = 40;

    private final String text;
    private final boolean ordinals;

    private SentenceBreaks(String text, ULocale locale) {
        this.text = text;
        this.ordinals = ORDINALS.contains(locale.getLanguage());
    }

    /// Offsets at which a sentence ends and the next begins; the last is the length of the text.
    static int[] of(String text, ULocale locale) {
        SentenceBreaks breaks = new SentenceBreaks(text, locale);
        BreakIterator iterator = BreakIterator.getSentenceInstance(locale);
        iterator.setText(text);
        int[] offsets = new int[text.length() + 1];
        int count = 0;
        for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
            if (end == text.length() || breaks.ends(end)) {
                offsets[count++] = end;
            }
        }
        return Arrays.copyOf(offsets, count);
    }

    private boolean ends(int offset) {
        int word = offset;
        while (word > 0 && Character.isWhitespace(text.charAt(word - 1))) {
            word--;
        }
        boolean newLine = text.substring(word, offset).chars().anyMatch(c -> LINE_ENDS.indexOf(c) >= 0);
        if (newLine || word == 0) {
            return true;
        }
        boolean inMid = Character.isLowerCase(text.codePointAt(offset));
        return !inMid && (text.charAt(word - 1) != '.' || !goesOn(word));
    }

    private boolean goesOn(int end) {
        String before = text.substring(Math.max(0, end - MEMORY), end);
        var word = LAST_WORD.matcher(before);
        return word.find() && Abbreviations.isOne(word.group(1))
                || INITIAL.matcher(before).find()
                || LIST_NUMBER.matcher(before).find()
                || ordinals && ORDINAL.matcher(before).find();
    }

    static List<Sentence> sentences(SourceText text, int[] breaks) {
        List<Sentence> sentences = new ArrayList<>();
        int word = 0;
        int start = 0;
        for (int end : breaks) {
            int first = word;
            while (word < text.words().size()
                    && text.offset(text.words().get(word).from()) < end) {
                word++;
            }
            if (word > first) {
                int to = Math.max(
                        text.clusterAt(end - 1) + 1, text.words().get(word - 1).to());
                sentences.add(trimmed(text, start, to));
                start = to;
            }
        }
        return List.copyOf(sentences);
    }

    private static Sentence trimmed(SourceText text, int start, int end) {
        int from = start;
        int to = end;
        while (text.isBlank(from)) {
            from++;
        }
        while (text.isBlank(to - 1)) {
            to--;
        }
        return new Sentence(from, to);
    }
}
