package dev.mediagen.alignment.captions.readalong;

import dev.mediagen.alignment.captions.CaptionTrack;
import dev.mediagen.alignment.captions.Sentence;
import dev.mediagen.alignment.captions.Xml;

/// The text as XHTML: a paragraph for each of the text, a span for each sentence and each word.
final class ContentDocument {
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="%1$s" lang="%1$s" dir="%2$s">
            <head><meta charset="utf-8"/><title>%3$s</title>\
            <link rel="stylesheet" type="text/css" href="%4$s"/></head>
            <body>
            """;

    private final CaptionTrack track;
    private final String text;
    private final StringBuilder out = new StringBuilder();
    private boolean open;

    private ContentDocument(CaptionTrack track) {
        this.track = track;
        this.text = track.alignment().text();
    }

    static String write(ReadAlong readAlong, String title, String stylesheet) {
        CaptionTrack track = readAlong.track();
        ContentDocument document = new ContentDocument(track);
        document.out.append(
                HEAD.formatted(Xml.escaped(track.language()), direction(track), Xml.escaped(title), stylesheet));
        track.sentences().forEach(document::append);
        document.endParagraph();
        return document.out.append("</body>\n</html>\n").toString();
    }

    static String direction(CaptionTrack track) {
        return track.rightToLeft() ? "rtl" : "ltr";
    }

    private void append(Sentence sentence) {
        int end = sentence.to();
        while (end > sentence.from() && lineEnd(text.charAt(end - 1))) {
            end--;
        }
        if (end > sentence.from()) {
            out.append(open ? "" : "<p>");
            open = true;
            appendWords(sentence, end);
        }
        if (end < sentence.to()) {
            endParagraph();
        }
    }

    private void appendWords(Sentence sentence, int end) {
        if (sentence.spoken()) {
            out.append("<span id=\"").append(ReadAlong.sentence(sentence)).append("\">");
        }
        int at = sentence.from();
        for (int i = sentence.firstWord(); i < sentence.afterWord(); i++) {
            int from = Math.clamp(track.words()[i], at, end);
            int to = Math.min(end, from + track.word(i).text().length());
            out.append(Xml.escaped(text.substring(at, from)));
            out.append("<span id=\"").append(ReadAlong.word(i)).append("\">");
            out.append(Xml.escaped(text.substring(from, to))).append("</span>");
            at = to;
        }
        out.append(Xml.escaped(text.substring(at, end)));
        out.append(sentence.spoken() ? "</span>" : "");
    }

    private void endParagraph() {
        out.append(open ? "</p>\n" : "");
        open = false;
    }

    private static boolean lineEnd(char c) {
        return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }
}
