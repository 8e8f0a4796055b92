package dev.mediagen.alignment.captions.formats;

import dev.mediagen.alignment.captions.CaptionTrack;
import dev.mediagen.alignment.captions.Cue;

/// Advanced SubStation Alpha with karaoke: each word takes its colour when it is spoken. Its clock has hundredths
/// of a second; every boundary is rounded on the clock of the whole file, so that no error adds up within a cue.
final class Ass {
    /// Keeps a backslash of the text from beginning an escape, of which the format has none for it.
    private static final String WORD_JOINER = "\u2060";
    /// Lets the renderer find the direction of each line itself.
    private static final int ANY_DIRECTION = -1;

    private static final int DEFAULT_CHARSET = 1;

    private static final String HEAD = """
            [Script Info]
            Title: Captions
            ScriptType: v4.00+
            PlayResX: 1920
            PlayResY: 1080
            WrapStyle: 2
            ScaledBorderAndShadow: yes

            [V4+ Styles]
            Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, \
            Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, \
            MarginR, MarginV, Encoding
            Style: Default,Arial,64,&H0000FFFF,&H00FFFFFF,&H00000000,&H80000000,0,0,0,0,100,100,0,0,1,3,1,2,96,96,64,%d

            [Events]
            Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
            """;

    private final StringBuilder out;

    private Ass(CaptionTrack track) {
        out = new StringBuilder(HEAD.formatted(track.rightToLeft() ? ANY_DIRECTION : DEFAULT_CHARSET));
    }

    static String write(CaptionTrack track) {
        Ass file = new Ass(track);
        track.cues().forEach(file::append);
        return file.out.toString();
    }

    private void append(Cue cue) {
        long clock = Timestamps.centis(cue.start());
        Timestamps.hours(out.append("Dialogue: 0,"), clock).append(',');
        Timestamps.hours(out, Timestamps.centis(cue.end())).append(",Default,,0,0,0,,");
        String separator = "";
        for (Cue.Line line : cue.lines()) {
            out.append(separator);
            separator = "\\N";
            for (Cue.Piece piece : line.pieces()) {
                clock = append(piece, clock);
            }
        }
        out.append('\n');
    }

    /// @param clock hundredths up to which the karaoke of the cue is told
    private long append(Cue.Piece piece, long clock) {
        if (!piece.timed()) {
            out.append(escaped(piece.text()));
            return clock;
        }
        long start = Math.max(clock, Timestamps.centis(piece.start()));
        long end = Math.max(start, Timestamps.centis(piece.end()));
        if (start > clock) {
            out.append("{\\k").append(start - clock).append('}');
        }
        out.append("{\\k").append(end - start).append('}').append(escaped(piece.text()));
        return end;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\" + WORD_JOINER).replace("{", "\\{").replace("}", "\\}");
    }
}
