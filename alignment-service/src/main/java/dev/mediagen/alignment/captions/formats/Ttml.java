package dev.mediagen.alignment.captions.formats;

import dev.mediagen.alignment.captions.CaptionTrack;
import dev.mediagen.alignment.captions.Cue;
import dev.mediagen.alignment.captions.Xml;

/// TTML 2 within the text profile of IMSC 1.1.
///
/// A word is a span that changes its colour while it is spoken (`set`, relative to its `p`). `begin` and `end` on the
/// span itself would show nothing but that one word in any player that keeps to the standard.
final class Ttml {
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" \
            xmlns:tts="http://www.w3.org/ns/ttml#styling" ttp:timeBase="media" ttp:cellResolution="32 15" \
            ttp:contentProfiles="http://www.w3.org/ns/ttml/profile/imsc1.1/text" xml:lang="%s" xml:space="preserve">
            <head>
            <styling>
            <style xml:id="caption" tts:fontFamily="proportionalSansSerif" tts:fontSize="80%%" tts:lineHeight="125%%" \
            tts:color="white" tts:textOutline="black 5%%" tts:textAlign="center" tts:direction="%s"/>
            </styling>
            <layout>
            <region xml:id="bottom" tts:origin="10%% 75%%" tts:extent="80%% 20%%" tts:displayAlign="after"/>
            </layout>
            </head>
            <body region="bottom" style="caption">
            <div>
            """;

    private static final String FOOT = """
            </div>
            </body>
            </tt>
            """;

    private final StringBuilder out;

    private Ttml(CaptionTrack track) {
        String direction = track.rightToLeft() ? "rtl" : "ltr";
        out = new StringBuilder(HEAD.formatted(Xml.escaped(track.language()), direction));
    }

    static String write(CaptionTrack track) {
        Ttml file = new Ttml(track);
        track.cues().forEach(file::append);
        return file.out.append(FOOT).toString();
    }

    private void append(Cue cue) {
        Timestamps.clock(out.append("<p begin=\""), cue.start(), '.').append("\" end=\"");
        Timestamps.clock(out, cue.end(), '.').append("\">");
        String separator = "";
        for (Cue.Line line : cue.lines()) {
            out.append(separator);
            separator = "<br/>";
            line.pieces().forEach(piece -> append(piece, cue.start()));
        }
        out.append("</p>\n");
    }

    private void append(Cue.Piece piece, long from) {
        out.append("<span>");
        // what lasts no time cannot be shown
        if (piece.timed() && piece.end() > Math.max(piece.start(), from)) {
            Timestamps.clock(out.append("<set begin=\""), Math.max(0, piece.start() - from), '.')
                    .append("\" end=\"");
            Timestamps.clock(out, piece.end() - from, '.').append("\" tts:color=\"yellow\"/>");
        }
        out.append(Xml.escaped(piece.text())).append("</span>");
    }
}
