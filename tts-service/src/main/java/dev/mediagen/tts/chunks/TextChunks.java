package dev.mediagen.tts.chunks;

import java.util.ArrayList;
import java.util.List;

/// A text in pieces that a provider takes in one call each.
///
/// Pieces are filled with whole sentences. A sentence that is too long by itself is cut after a clause, else after a
/// word, else anywhere but inside what a reader calls a character. The pieces join to the text exactly: white space
/// belongs to the piece before it. No piece is without a letter or digit if that can be helped, because voices make
/// noises of such.
public final class TextChunks {
    private TextChunks() {}

    /// @param limit the most code points of a piece
    /// @param languageCode ISO 639-1, or null
    /// @return the text alone if it fits
    public static List<String> split(String text, int limit, String languageCode) {
        if (limit < 1) throw new IllegalArgumentException("chunks of " + limit + " characters");
        if (length(text) <= limit) return List.of(text);
        return filled(units(text, limit, languageCode), limit);
    }

    /// Whether there is anything to say in it.
    public static boolean isSpeakable(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /// Sentences, and the parts of those that are too long.
    private static List<String> units(String text, int limit, String languageCode) {
        var units = new ArrayList<String>();
        for (var sentence : withSomethingToSay(Sentences.of(text, languageCode))) {
            if (length(sentence) <= limit) units.add(sentence);
            else units.addAll(SentenceParts.of(sentence, limit));
        }
        return units;
    }

    /// White space, dashes and the like go with the sentence before; in front of the first, with it.
    private static List<String> withSomethingToSay(List<String> sentences) {
        var joined = new ArrayList<String>();
        for (var sentence : sentences) {
            boolean alone = !joined.isEmpty() && isSpeakable(joined.getLast()) && isSpeakable(sentence);
            if (joined.isEmpty() || alone) joined.add(sentence);
            else joined.set(joined.size() - 1, joined.getLast() + sentence);
        }
        return joined;
    }

    private static List<String> filled(List<String> units, int limit) {
        var chunks = new ArrayList<String>();
        var chunk = new StringBuilder();
        int size = 0;
        for (var unit : units) {
            int more = length(unit);
            if (size > 0 && size + more > limit) {
                chunks.add(chunk.toString());
                chunk.setLength(0);
                size = 0;
            }
            chunk.append(unit);
            size += more;
        }
        if (size > 0) chunks.add(chunk.toString());
        return chunks;
    }
}
