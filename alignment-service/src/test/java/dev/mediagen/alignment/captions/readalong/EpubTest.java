package dev.mediagen.alignment.captions.readalong;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.alignment.captions.Captions;
import dev.mediagen.alignment.captions.DefaultCaptions;
import dev.mediagen.alignment.captions.SampleAlignments;
import dev.mediagen.alignment.captions.formats.XmlReader;
import dev.mediagen.alignment.text.RandomTexts;
import dev.mediagen.contracts.Alignment;
import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.media.Pcm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The judge is EPUBCheck, the checker of those who wrote the standard.
class EpubTest {
    private static final String TEXT = "“Hold on,” said Ada.\n\nNobody moved, & the <light> went out…";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("texts")
    void epubcheckFindsNoFault(String text) throws IOException {
        assertThat(Faults.of(epub(text, "en", AudioFormat.MP3))).isEmpty();
    }

    static Stream<String> texts() {
        return Stream.concat(
                Stream.of(
                        TEXT,
                        "مرحبا بالعالم. كيف حالك؟",
                        "東京タワーは高いです。\n-->]]> \u0001\ufffe x",
                        "***",
                        SampleAlignments.HOSTILE),
                RandomTexts.of(6));
    }

    @ParameterizedTest
    @CsvSource({
        "MP3, narration.mp3, audio/mpeg",
        "OPUS, narration.opus, audio/ogg; codecs=opus",
        "WAV, narration.mp3, audio/mpeg"
    })
    void holdsAudioOfACoreType(AudioFormat format, String name, String mediaType) throws IOException {
        Path epub = epub(TEXT, null, format);

        assertThat(Faults.of(epub)).isEmpty();
        try (ZipFile zip = new ZipFile(epub.toFile())) {
            assertThat(text(zip, "EPUB/package.opf"))
                    .contains("href=\"" + name + "\" media-type=\"" + mediaType + "\"");
            byte[] audio = zip.getInputStream(zip.getEntry("EPUB/" + name)).readAllBytes();
            Path copy = Files.write(folder.resolve("copy"), audio);
            assertThat(AudioCodec.duration(copy)).isBetween(4.99, 5.2);
        }
    }

    @Test
    void audioThatCannotBeConvertedCostsTheBookAlone() throws IOException {
        Path noise = Files.writeString(folder.resolve("noise"), "no audio at all");
        Recording recording = new Recording(noise, "audio/flac");

        assertThat(DefaultCaptions.create().write(SampleAlignments.steady(TEXT, 0.1), "en", recording, folder))
                .extracting(Captions.File::name)
                .containsExactly("vtt", "srt", "ttml", "ass", "json", "lrc");
    }

    @Test
    void theJudgeIsAwake() throws IOException {
        Path epub = epub(TEXT, "en", AudioFormat.MP3);
        byte[] bytes = Files.readAllBytes(epub);
        bytes[30] = 'M';

        assertThat(Faults.of(Files.write(epub, bytes))).isNotEmpty();
    }

    @Test
    void saysWhatItIsAtAFixedPlace() throws IOException {
        byte[] bytes = Files.readAllBytes(epub(TEXT, "en", AudioFormat.MP3));

        assertThat(new String(bytes, 30, 28, ISO_8859_1)).isEqualTo("mimetypeapplication/epub+zip");
        assertThat(new String(bytes, 0, 4, ISO_8859_1)).isEqualTo("PK\u0003\u0004");
    }

    @Test
    void theOverlayIsTheSmilThatIsServedAlone() throws IOException {
        Path epub = epub(TEXT, "en", AudioFormat.MP3);

        try (ZipFile zip = new ZipFile(epub.toFile())) {
            assertThat(text(zip, "EPUB/narration.smil")).isEqualTo(Files.readString(folder.resolve("captions.smil")));
        }
    }

    @Test
    void theTextIsAllThere() throws IOException {
        try (ZipFile zip = new ZipFile(epub(TEXT, "en", AudioFormat.MP3).toFile())) {
            String document = text(zip, "EPUB/narration.xhtml").replace("<!DOCTYPE html>", "");
            var paragraphs = XmlReader.parse(document).getElementsByTagName("p");
            assertThat(paragraphs.getLength()).isEqualTo(2);
            assertThat(paragraphs.item(0).getTextContent() + "\n\n"
                            + paragraphs.item(1).getTextContent())
                    .isEqualTo(TEXT);
        }
    }

    private Path epub(String text, String language, AudioFormat format) throws IOException {
        Alignment alignment = SampleAlignments.lively(text, new Random(3));
        Path audio = folder.resolve("audio");
        AudioCodec.encode(new Pcm(new float[5 * 16_000], 16_000), format, AudioQuality.LOW, audio);
        String mediaType =
                switch (format) {
                    case MP3 -> "audio/mpeg";
                    case WAV -> "audio/wav";
                    case OPUS -> "audio/ogg";
                };
        List<Captions.File> files =
                DefaultCaptions.create().write(alignment, language, new Recording(audio, mediaType), folder);
        assertThat(files.getLast().name()).isEqualTo("epub");
        return files.getLast().path();
    }

    private static String text(ZipFile zip, String name) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), UTF_8);
    }
}
