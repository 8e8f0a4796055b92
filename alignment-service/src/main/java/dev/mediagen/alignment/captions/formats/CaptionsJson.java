package dev.mediagen.alignment.captions.formats;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mediagen.alignment.captions.CaptionTrack;
import dev.mediagen.alignment.captions.Cue;
import dev.mediagen.alignment.captions.Sentence;
import dev.mediagen.contracts.AlignedWord;
import dev.mediagen.contracts.AlignmentMethod;
import dev.mediagen.contracts.ContractJson;
import java.util.List;

/// What is said when, for programs. Times are seconds.
///
/// @param language BCP 47; `und` when unknown
/// @param duration of the audio
record CaptionsJson(
        String language,
        AlignmentMethod method,
        double confidence,
        double duration,
        List<Caption> cues,
        List<Spoken> sentences) {

    /// @param words that begin in the cue
    record Caption(double start, double end, List<String> lines, List<AlignedWord> words) {}

    record Spoken(String text, double start, double end, int words) {}

    static String write(CaptionTrack track) {
        var file = new CaptionsJson(
                track.language(),
                track.alignment().method(),
                track.alignment().confidence(),
                track.alignment().duration(),
                new Cues(track).captions(),
                track.sentences().stream()
                        .filter(Sentence::spoken)
                        .map(sentence -> spoken(track, sentence))
                        .toList());
        try {
            return ContractJson.mapper().writeValueAsString(file);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Spoken spoken(CaptionTrack track, Sentence sentence) {
        return new Spoken(
                track.alignment()
                        .text()
                        .substring(sentence.from(), sentence.to())
                        .strip(),
                track.word(sentence.firstWord()).start(),
                track.word(sentence.afterWord() - 1).end(),
                sentence.afterWord() - sentence.firstWord());
    }

    /// A word that is cut over two cues is told with the first.
    private static final class Cues {
        private final CaptionTrack track;
        private int told;

        Cues(CaptionTrack track) {
            this.track = track;
        }

        List<Caption> captions() {
            return track.cues().stream().map(this::caption).toList();
        }

        private Caption caption(Cue cue) {
            int from = told;
            cue.pieces().filter(Cue.Piece::timed).forEach(piece -> told = Math.max(told, piece.word() + 1));
            return new Caption(
                    cue.start() / 1000.0,
                    cue.end() / 1000.0,
                    cue.lines().stream().map(Cue.Line::text).toList(),
                    track.alignment().words().subList(from, told));
        }
    }
}
