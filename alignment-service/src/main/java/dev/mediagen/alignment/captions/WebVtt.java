package dev.mediagen.alignment.captions;

import java.util.List;
import java.util.Locale;

/// WebVTT with the time of each word inside its cue (karaoke).
final class WebVtt {
    private WebVtt() {}

    static String write(List<Cue> cues) {
        StringBuilder out = new StringBuilder("WEBVTT\n");
        for (Cue cue : cues) {
            out.append('\n')
                    .append(time(cue.start()))
                    .append(" --> ")
                    .append(time(cue.end()))
                    .append('\n');
            for (List<Cue.Piece> line : cue.lines()) {
                line.forEach(piece -> append(out, piece));
                out.append('\n');
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, Cue.Piece piece) {
        if (piece.time() != Cue.Piece.NO_TIME) {
            out.append('<').append(time(piece.time())).append('>');
        }
        out.append(piece.text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    private static String time(long millis) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                millis % 1000);
    }
}
