package dev.mediagen.alignment.captions.formats;

import dev.mediagen.alignment.captions.CaptionTrack;
import dev.mediagen.alignment.captions.Cue;

/// SubRip: plain lines, no times inside a cue.
final class SubRip {
    private SubRip() {}

    static String write(CaptionTrack track) {
        StringBuilder out = new StringBuilder();
        int number = 0;
        for (Cue cue : track.cues()) {
            out.append(++number).append('\n');
            Timestamps.clock(out, cue.start(), ',').append(" --> ");
            Timestamps.clock(out, cue.end(), ',').append('\n');
            cue.lines().forEach(line -> out.append(line.text()).append('\n'));
            out.append('\n');
        }
        return out.toString();
    }
}
