package dev.mediagen.alignment.forced.espeak;

import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.alignment.text.Word;
import dev.mediagen.alignment.timings.Weights;
import dev.mediagen.worker.english.EnglishReader;
import dev.mediagen.worker.english.Token;
import java.util.List;
import java.util.stream.IntStream;

/// Spells out the figures of an English text the way most people read them: espeak-ng says "one thousand eight
/// hundred eighty nine" for a year and "dollar seven" for a price, which no recording holds.
final class Figures {
    private final SourceText text;
    private final List<Token> tokens;

    Figures(SourceText text) {
        this.text = text;
        this.tokens = EnglishReader.read(text.text()).sentences().stream()
                .flatMap(sentence -> sentence.tokens().stream())
                .filter(token -> text.text()
                        .substring(token.start(), token.end())
                        .chars()
                        .anyMatch(Character::isDigit))
                .toList();
    }

    Sentence spelled(Sentence sentence) {
        Writer writer = new Writer();
        int at = sentence.begin();
        int end = at + sentence.text().length();
        for (Token token : tokens) {
            if (token.start() >= at && token.end() <= end) {
                writer.copy(at, token.start());
                write(token, writer);
                at = token.end();
            }
        }
        writer.copy(at, end);
        return new Sentence(
                sentence.from(),
                sentence.to(),
                writer.said.toString(),
                writer.origins.build().toArray());
    }

    /// What is read as one ("May 21, 1998") may be several words of the text: each gets its share of what is said.
    private void write(Token token, Writer writer) {
        List<Word> words = text.words().stream()
                .filter(word -> text.offset(word.from()) < token.end() && text.offset(word.to()) > token.start())
                .toList();
        double weight = words.stream().mapToDouble(this::weight).sum();
        int letters = token.words().stream().mapToInt(String::length).sum();
        double spent = 0;
        int word = 0;
        double reached = words.isEmpty() ? 0 : weight(words.getFirst());
        for (String said : token.words()) {
            double middle = (spent + said.length() / 2.0) / letters * weight;
            while (word < words.size() - 1 && middle > reached) {
                reached += weight(words.get(++word));
            }
            writer.word(
                    said,
                    words.isEmpty()
                            ? token.start()
                            : text.offset(words.get(word).from()));
            spent += said.length();
        }
    }

    private double weight(Word word) {
        return IntStream.range(word.from(), word.to())
                .mapToDouble(cluster -> Weights.of(text, cluster))
                .sum();
    }

    private final class Writer {
        final StringBuilder said = new StringBuilder();
        final IntStream.Builder origins = IntStream.builder();

        void copy(int from, int to) {
            if (from < to && Character.isLetterOrDigit(text.text().charAt(from))) {
                space(from);
            }
            for (int i = from; i < to; i++) {
                said.append(text.text().charAt(i));
                origins.add(i);
            }
        }

        void word(String word, int origin) {
            space(origin);
            said.append(word);
            word.chars().forEach(_ -> origins.add(origin));
        }

        private void space(int origin) {
            if (!said.isEmpty() && Character.isLetterOrDigit(said.charAt(said.length() - 1))) {
                said.append(' ');
                origins.add(origin);
            }
        }
    }
}
