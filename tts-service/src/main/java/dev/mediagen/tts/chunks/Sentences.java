package dev.mediagen.tts.chunks;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Where sentences end: by Unicode's rules and CLDR's abbreviations, less what is no end to a reader. A sentence has
/// the white space after it. Missing an end costs nothing but a longer sentence; a false one is heard.
final class Sentences {
    private static final String OPENING = "(?:^|[\\s\\p{Ps}\\p{Pi}\"'’])";
    /// Initials, ordinals and list numbers, Roman numbers (`J. R. R. Tolkien`, `am 3. Oktober`, `Ludwig XIV. kam`).
    private static final Pattern SHORT =
            Pattern.compile(OPENING + "(?:\\p{Lu}\\p{M}*|\\d{1,2}|[IVXLC]{1,6})\\.$", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern LAST_WORD = Pattern.compile("([\\p{L}\\p{M}.’'-]+)\\.$");
    private static final Pattern PARAGRAPH = Pattern.compile("\\R\\s*\\R|\\u2029");
    private static final int MEMORY = 40;

    private Sentences() {}

    static List<String> of(String text, String languageCode) {
        var breaks = breaks(languageCode);
        breaks.setText(text);
        var sentences = new ArrayList<String>();
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end < text.length() && !isEnd(text, end)) continue;
            sentences.add(text.substring(start, end));
            start = end;
        }
        if (start < text.length()) sentences.add(text.substring(start));
        return sentences;
    }

    private static BreakIterator breaks(String languageCode) {
        var locale = languageCode == null || languageCode.isBlank()
                ? ULocale.ENGLISH
                : ULocale.forLanguageTag(languageCode.replace('_', '-'));
        return FilteredBreakIteratorBuilder.getInstance(locale)
                .wrapIteratorWithFilter(BreakIterator.getSentenceInstance(locale));
    }

    private static boolean isEnd(String text, int at) {
        int word = at;
        while (word > 0 && Character.isWhitespace(text.charAt(word - 1))) word--;
        var space = text.substring(word, at);
        if (PARAGRAPH.matcher(space).find()) return true;
        if (Character.isLowerCase(text.codePointAt(at))) return false;
        return !goesOn(text, word);
    }

    /// Whether what ends here wants to be read together with what follows: `Mr.`, `J.`, `3.`
    static boolean goesOn(String text, int end) {
        var before = text.substring(Math.max(0, end - MEMORY), end);
        return SHORT.matcher(before).find() || isAbbreviation(before);
    }

    private static boolean isAbbreviation(String before) {
        var word = LAST_WORD.matcher(before);
        return word.find() && Abbreviations.isOne(word.group(1));
    }
}
