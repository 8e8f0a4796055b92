package dev.mediagen.alignment.captions;

import dev.mediagen.alignment.text.SourceText;
import java.util.ArrayList;
import java.util.List;

/// Cuts a text into sentences that leave nothing of it out.
final class Sentences {
    private Sentences() {}

    /// @param words code units at which words begin
    static List<Sentence> of(SourceText text, int[] words) {
        List<Sentence> sentences = new ArrayList<>();
        int size = text.sentences().size();
        int word = 0;
        for (int i = 0; i < size; i++) {
            int from = i == 0 ? 0 : sentences.getLast().to();
            int to = i + 1 < size
                    ? text.offset(text.sentences().get(i + 1).from())
                    : text.text().length();
            int firstWord = word;
            while (word < words.length && words[word] < to) {
                word++;
            }
            sentences.add(new Sentence(from, to, firstWord, word));
        }
        return List.copyOf(sentences);
    }
}
