package dev.mediagen.gateway.generations.view;

import dev.mediagen.contracts.AlignedSentence;
import dev.mediagen.contracts.AlignedWord;
import dev.mediagen.contracts.Alignment;
import dev.mediagen.contracts.AlignmentMethod;
import dev.mediagen.contracts.CharacterTimings;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Timings of last resort, when no worker could align: characters at an even pace over the audio.
final class SpreadTimings {
    static final double CONFIDENCE = 0.1;

    private SpreadTimings() {}

    /// @param duration seconds
    static Alignment of(String text, double duration) {
        var characters = pieces(BreakIterator.getCharacterInstance(Locale.ROOT), text);
        List<Double> starts = new ArrayList<>();
        List<Double> ends = new ArrayList<>();
        for (int i = 0; i < characters.size(); i++) {
            starts.add(duration * i / characters.size());
            ends.add(duration * (i + 1) / characters.size());
        }
        return new Alignment(
                text,
                new CharacterTimings(characters, starts, ends),
                words(text, duration),
                AlignmentMethod.ESTIMATED,
                CONFIDENCE,
                duration,
                List.of("spread evenly"),
                sentences(text, duration),
                null);
    }

    private static List<AlignedWord> words(String text, double duration) {
        var words = new ArrayList<AlignedWord>();
        int at = 0;
        for (String piece : pieces(BreakIterator.getWordInstance(Locale.ROOT), text)) {
            int end = at + piece.length();
            if (piece.codePoints().anyMatch(Character::isLetterOrDigit))
                words.add(new AlignedWord(
                        piece, duration * at / text.length(), duration * end / text.length(), CONFIDENCE));
            at = end;
        }
        return words;
    }

    private static List<AlignedSentence> sentences(String text, double duration) {
        var sentences = new ArrayList<AlignedSentence>();
        int at = 0;
        for (String piece : pieces(BreakIterator.getSentenceInstance(Locale.ROOT), text)) {
            int end = at + piece.length();
            if (!piece.isBlank())
                sentences.add(new AlignedSentence(
                        piece.strip(), duration * at / text.length(), duration * end / text.length()));
            at = end;
        }
        return sentences;
    }

    private static List<String> pieces(BreakIterator breaks, String text) {
        breaks.setText(text);
        var pieces = new ArrayList<String>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next())
            pieces.add(text.substring(from, to));
        return pieces;
    }
}
