package dev.mediagen.gateway.generations.view;

import dev.mediagen.contracts.AlignedSentence;
import dev.mediagen.contracts.AlignedWord;
import dev.mediagen.contracts.Alignment;
import dev.mediagen.contracts.AlignmentMethod;
import dev.mediagen.contracts.CharacterTimings;
import dev.mediagen.contracts.Part;
import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.gateway.generations.Generation;
import dev.mediagen.gateway.generations.start.MediaRequest;
import dev.mediagen.gateway.generations.start.SpeechRequest;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Timings of last resort, when no worker could align: characters at an even pace over the audio.
final class SpreadTimings {
    static final double CONFIDENCE = 0.1;

    private SpreadTimings() {}

    /// @param spoken speech, or a story whose narration is kept
    static Alignment of(Generation spoken) {
        var audio = AudioFacts.of(spoken.part(Part.AUDIO).completion().produced());
        return of(narrated(spoken), audio.duration());
    }

    private static String narrated(Generation generation) {
        return switch (generation.request()) {
            case SpeechRequest speech -> speech.text();
            case MediaRequest story -> story.narrated();
            default -> throw ProblemException.notFound("alignment");
        };
    }

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
