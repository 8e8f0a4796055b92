package dev.mediagen.alignment.captions.formats;

import dev.mediagen.alignment.captions.CaptionTrack;
import dev.mediagen.alignment.captions.Cue;

/// SubRip: plain lines, no times inside a cue.
final class SubRip {
    /// Nothing can be escaped; unseen in an arrow, it keeps a line of text from being read as the times of a cue.
    private static final String WORD_JOINER = "\u2060";

    private SubRip() {}

    static String write(CaptionTrack track) {
        StringBuilder out = new StringBuilder();
        int number = 0;
        for (Cue cue : track.cues()) {
            out.append(++number).append('\n');
            Timestamps.clock(out, cue.start(), ',').append(" --> ");
            Timestamps.clock(out, cue.end(), ',').append('\n');
            for (Cue.Line line : cue.lines()) {
                out.append(line.text().replace("-->", "--" + WORD_JOINER + ">")).append('\n');
            }
            out.append('\n');
        }
        return out.toString();
    }
}
