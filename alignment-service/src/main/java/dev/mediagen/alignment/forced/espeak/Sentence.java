package dev.mediagen.alignment.forced.espeak;

import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.alignment.text.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What is read in one go.
///
/// @param from first word
/// @param to after the last word
/// @param origins by code unit of `text` the code unit of the whole text it stands for
record Sentence(int from, int to, String text, int[] origins) {
    private static final int LONG = 60;

    int begin() {
        return origins[0];
    }

    static List<Sentence> split(SourceText text) {
        List<Sentence> sentences = new ArrayList<>();
        List<Word> words = text.words();
        int from = 0;
        for (int i = 0; i < words.size(); i++) {
            boolean end = i == words.size() - 1
                    || words.get(i).after() == Word.Boundary.SENTENCE
                    || i - from >= LONG && words.get(i).after() == Word.Boundary.CLAUSE
                    || i - from >= 2 * LONG;
            if (end) {
                int begin = text.offset(words.get(from).from());
                int stop = i == words.size() - 1
                        ? text.text().length()
                        : text.offset(words.get(i + 1).from());
                sentences.add(new Sentence(
                        from,
                        i + 1,
                        text.text().substring(begin, stop),
                        IntStream.range(begin, stop).toArray()));
                from = i + 1;
            }
        }
        return sentences;
    }
}
