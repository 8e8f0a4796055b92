package dev.mediagen.alignment.captions.readalong;

import dev.mediagen.alignment.captions.Sentence;

/// The media overlay of EPUB 3 (SMIL 3.0): which clip of the audio belongs to which word of the text.
public final class Smil {
    public static final String MEDIA_TYPE = "application/smil+xml";

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <smil xmlns="http://www.w3.org/ns/SMIL" xmlns:epub="http://www.idpf.org/2007/ops" version="3.0">
            <body epub:textref="%s">
            """;

    private Smil() {}

    /// @param audio file name of the audio beside it
    public static String write(ReadAlong readAlong, String audio) {
        StringBuilder out = new StringBuilder(HEAD.formatted(ReadAlong.TEXT));
        var clips = readAlong.clipsByWord();
        for (Sentence sentence : readAlong.track().sentences()) {
            StringBuilder words = new StringBuilder();
            for (int i = sentence.firstWord(); i < sentence.afterWord(); i++) {
                if (clips.containsKey(i)) {
                    words.append(par(clips.get(i), audio));
                }
            }
            if (!words.isEmpty()) {
                out.append("<seq epub:textref=\"%s#%s\">\n".formatted(ReadAlong.TEXT, ReadAlong.sentence(sentence)));
                out.append(words).append("</seq>\n");
            }
        }
        return out.append("</body>\n</smil>\n").toString();
    }

    private static String par(Clip clip, String audio) {
        return """
                <par><text src="%s#%s"/><audio src="%s" clipBegin="%s" clipEnd="%s"/></par>
                """.formatted(
                        ReadAlong.TEXT,
                        ReadAlong.word(clip.word()),
                        audio,
                        ReadAlong.seconds(clip.start()),
                        ReadAlong.seconds(clip.end()));
    }
}
