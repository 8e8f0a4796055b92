package dev.mediagen.alignment.captions.formats;

import dev.mediagen.alignment.captions.CaptionTrack;
import dev.mediagen.alignment.captions.Cue;

/// WebVTT with the time of each word inside its cue (karaoke).
final class WebVtt {
    private final StringBuilder out = new StringBuilder("WEBVTT\n");

    private WebVtt() {}

    static String write(CaptionTrack track) {
        WebVtt file = new WebVtt();
        track.cues().forEach(file::append);
        return file.out.toString();
    }

    private void append(Cue cue) {
        Timestamps.clock(out.append('\n'), cue.start(), '.').append(" --> ");
        Timestamps.clock(out, cue.end(), '.').append('\n');
        long latest = cue.start();
        boolean first = true;
        for (Cue.Line line : cue.lines()) {
            for (Cue.Piece piece : line.pieces()) {
                // The standard wants stamps strictly inside the cue and strictly rising: the first word has none.
                if (piece.timed() && !first && piece.start() > latest && piece.start() < cue.end()) {
                    Timestamps.clock(out.append('<'), piece.start(), '.').append('>');
                    latest = piece.start();
                }
                out.append(
                        piece.text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
                first = false;
            }
            out.append('\n');
        }
    }
}
