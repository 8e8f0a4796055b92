package dev.mediagen.image.prompt;

import java.text.BreakIterator;
import java.util.Locale;

/// Shortens a text without cutting what a reader sees as one letter, and between words where it can.
final class TextCut {
    private TextCut() {}

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /// @param most code points
    static String to(String text, int most) {
        if (most <= 0) return "";
        if (length(text) <= most) return text;
        int end = text.offsetByCodePoints(0, most);
        int grapheme = boundary(BreakIterator.getCharacterInstance(Locale.ROOT), text, end);
        int word = boundary(BreakIterator.getWordInstance(Locale.ROOT), text, end);
        // a word longer than half of what may stay is cut rather than lost; both kinds of boundary must agree
        boolean whole = word > end / 2 && boundary(BreakIterator.getCharacterInstance(Locale.ROOT), text, word) == word;
        return text.substring(0, whole ? word : grapheme).replaceAll("[\\s,;:–—-]+$", "");
    }

    private static int boundary(BreakIterator breaks, String text, int end) {
        breaks.setText(text);
        return breaks.isBoundary(end) ? end : Math.max(0, breaks.preceding(end));
    }
}
