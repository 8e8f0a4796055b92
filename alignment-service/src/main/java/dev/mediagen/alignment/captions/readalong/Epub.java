package dev.mediagen.alignment.captions.readalong;

import com.ibm.icu.text.BreakIterator;
import dev.mediagen.alignment.captions.CaptionTrack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// An EPUB 3.3 with the text, its audio and the media overlay that binds them word by word.
public final class Epub {
    public static final String MEDIA_TYPE = "application/epub+zip";

    private static final int TITLE_LENGTH = 60;
    /// Any that a ZIP can hold without an extra field, which EPUB forbids; its first midnight cannot be.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 2, 0, 0);
    private static final String STYLE = """
            body { line-height: 1.6; }
            .%s { background-color: #ffe08a; color: #000000; }
            """.formatted(PackageDocument.ACTIVE_CLASS);

    private Epub() {}

    /// @param target is replaced
    public static Path write(ReadAlong readAlong, EpubAudio audio, Path target) throws IOException {
        CaptionTrack track = readAlong.track();
        String title = title(track.alignment().text());
        try (var zip = new ZipOutputStream(Files.newOutputStream(target))) {
            stored(zip, "mimetype", MEDIA_TYPE);
            put(zip, "META-INF/container.xml", PackageDocument.CONTAINER);
            put(zip, "EPUB/package.opf", PackageDocument.write(readAlong, title, audio));
            put(zip, "EPUB/nav.xhtml", PackageDocument.navigation(track, title));
            put(zip, "EPUB/" + ReadAlong.TEXT, ContentDocument.write(readAlong, title, "style.css"));
            put(zip, "EPUB/" + ReadAlong.OVERLAY, Smil.write(readAlong, audio.name()));
            put(zip, "EPUB/style.css", STYLE);
            zip.setLevel(Deflater.NO_COMPRESSION);
            zip.putNextEntry(entry("EPUB/" + audio.name()));
            Files.copy(audio.file(), zip);
            zip.closeEntry();
        }
        return target;
    }

    /// The container wants it first, as it is, and with nothing between: what the file is stands at a fixed place.
    private static void stored(ZipOutputStream zip, String name, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        ZipEntry entry = entry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(entry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    /// The beginning of the text, up to the end of a word.
    private static String title(String text) {
        String line = text.strip().lines().findFirst().orElse("").strip();
        if (line.length() <= TITLE_LENGTH) {
            return line.isEmpty() ? "Narration" : line;
        }
        BreakIterator breaks = BreakIterator.getLineInstance();
        breaks.setText(line);
        int end = breaks.preceding(TITLE_LENGTH);
        return line.substring(0, end > 0 ? end : TITLE_LENGTH).strip() + "…";
    }
}
