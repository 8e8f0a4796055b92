package dev.mediagen.alignment.captions;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import dev.mediagen.alignment.text.SourceText;
import java.util.ArrayList;
import java.util.List;

/// Cuts a text into sentences (UAX 29, and no end after abbreviations and initials).
final class Sentences {
    private Sentences() {}

    /// @param words code units at which words begin
    static List<Sentence> of(String text, int[] words, String languageCode) {
        var locale = SourceText.locale(languageCode);
        BreakIterator breaks = FilteredBreakIteratorBuilder.getInstance(locale)
                .wrapIteratorWithFilter(BreakIterator.getSentenceInstance(locale));
        breaks.setText(text);
        List<Sentence> sentences = new ArrayList<>();
        int from = 0;
        int word = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end < text.length() && abbreviated(text, from, end)) {
                continue;
            }
            int firstWord = word;
            while (word < words.length && words[word] < end) {
                word++;
            }
            sentences.add(new Sentence(from, end, firstWord, word));
            from = end;
        }
        return List.copyOf(sentences);
    }

    private static boolean abbreviated(String text, int from, int end) {
        int last = end;
        while (last > from && text.charAt(last - 1) == ' ') {
            last--;
        }
        int first = text.lastIndexOf(' ', last - 1) + 1;
        return Names.abbreviates(text.substring(Math.max(from, first), last));
    }
}
