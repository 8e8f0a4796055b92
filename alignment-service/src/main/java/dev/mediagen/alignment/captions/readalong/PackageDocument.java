package dev.mediagen.alignment.captions.readalong;

import dev.mediagen.alignment.captions.CaptionTrack;
import dev.mediagen.alignment.captions.Xml;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// What stands in the EPUB besides text and sound: the package document, the navigation, the container.
final class PackageDocument {
    static final String ACTIVE_CLASS = "-epub-media-overlay-active";

    static final String CONTAINER = """
            <?xml version="1.0" encoding="UTF-8"?>
            <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
            <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
            </container>
            """;

    private static final String PACKAGE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
            <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:identifier id="id">urn:uuid:%1$s</dc:identifier>
            <dc:title>%2$s</dc:title>
            <dc:language>%3$s</dc:language>
            <meta property="dcterms:modified">%4$s</meta>
            <meta property="media:duration">%5$s</meta>
            <meta property="media:duration" refines="#overlay">%5$s</meta>
            <meta property="media:active-class">%6$s</meta>
            <meta property="schema:accessMode">textual</meta>
            <meta property="schema:accessMode">auditory</meta>
            <meta property="schema:accessModeSufficient">textual</meta>
            <meta property="schema:accessModeSufficient">auditory</meta>
            <meta property="schema:accessibilityFeature">synchronizedAudioText</meta>
            <meta property="schema:accessibilityHazard">none</meta>
            </metadata>
            <manifest>
            <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
            <item id="text" href="narration.xhtml" media-type="application/xhtml+xml" media-overlay="overlay"/>
            <item id="overlay" href="narration.smil" media-type="application/smil+xml"/>
            <item id="audio" href="%7$s" media-type="%8$s"/>
            <item id="style" href="style.css" media-type="text/css"/>
            </manifest>
            <spine page-progression-direction="%9$s"><itemref idref="text"/></spine>
            </package>
            """;

    private static final String NAVIGATION = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" \
            xml:lang="%1$s" lang="%1$s" dir="%2$s">
            <head><meta charset="utf-8"/><title>%3$s</title></head>
            <body><nav epub:type="toc"><ol><li><a href="narration.xhtml">%3$s</a></li></ol></nav></body>
            </html>
            """;

    private PackageDocument() {}

    static String write(ReadAlong readAlong, String title, EpubAudio audio) {
        CaptionTrack track = readAlong.track();
        byte[] identity = (track.alignment().text() + readAlong.clips()).getBytes(StandardCharsets.UTF_8);
        return PACKAGE.formatted(
                UUID.nameUUIDFromBytes(identity),
                Xml.escaped(title),
                Xml.escaped(track.language()),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                ReadAlong.seconds(readAlong.duration()),
                ACTIVE_CLASS,
                audio.name(),
                audio.mediaType(),
                ContentDocument.direction(track));
    }

    static String navigation(CaptionTrack track, String title) {
        return NAVIGATION.formatted(
                Xml.escaped(track.language()), ContentDocument.direction(track), Xml.escaped(title));
    }
}
