package dev.mediagen.alignment.captions.formats;

import dev.mediagen.alignment.captions.CaptionTrack;
import dev.mediagen.alignment.captions.Cue;
import java.util.List;

/// Lyrics, enhanced with the time of each word. A cue is a line of it; an empty line clears the screen where no cue
/// follows at once. Its clock has hundredths of a second.
final class Lrc {
    /// Keeps `<` of the text from beginning a stamp.
    private static final String WORD_JOINER = "\u2060";

    private final StringBuilder out = new StringBuilder("[re:Mediagen]\n");

    private Lrc() {}

    static String write(CaptionTrack track) {
        Lrc file = new Lrc();
        file.out.append("[length:");
        Timestamps.minutes(file.out, Timestamps.centis(track.duration())).append("]\n");
        List<Cue> cues = track.cues();
        for (int i = 0; i < cues.size(); i++) {
            long next = i + 1 < cues.size() ? cues.get(i + 1).start() : Long.MAX_VALUE;
            file.append(cues.get(i), next);
        }
        return file.out.toString();
    }

    private void append(Cue cue, long next) {
        Timestamps.minutes(out.append('['), Timestamps.centis(cue.start())).append(']');
        Cue.Piece last = null;
        for (Cue.Line line : cue.lines()) {
            for (Cue.Piece piece : line.pieces()) {
                boolean begins = piece.timed() && (last == null || piece.word() != last.word());
                if (begins) {
                    stamp(piece.start());
                }
                out.append(piece.text().replace("<", "<" + WORD_JOINER));
                last = piece.timed() ? piece : last;
            }
            out.append(line.spaced() && line != cue.lines().getLast() ? " " : "");
        }
        if (last != null) {
            stamp(last.end());
        }
        out.append('\n');
        if (next == Long.MAX_VALUE || Timestamps.centis(next) > Timestamps.centis(cue.end())) {
            Timestamps.minutes(out.append('['), Timestamps.centis(cue.end())).append("]\n");
        }
    }

    private void stamp(long millis) {
        Timestamps.minutes(out.append('<'), Timestamps.centis(millis)).append('>');
    }
}
