package dev.mediagen.alignment.captions.readalong;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.media.AudioWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The audio as an EPUB may hold it: MP3, AAC in MP4 and Opus in Ogg (EPUB 3.3) as they are, all else as MP3. Either
/// way players drop the delay of the encoder, so that the times stay right.
///
/// @param name of the file beside the overlay
public record EpubAudio(Path file, String name, String mediaType) {
    private static final int SAMPLE_RATE = 44_100;
    /// Ogg tells within its first page what it carries.
    private static final int FIRST_PAGE = 64;

    /// @param directory takes a file where the audio has to be converted
    public static EpubAudio of(Recording recording, Path directory) throws IOException {
        Path file = recording.file();
        return switch (recording.mediaType()) {
            case "audio/mpeg" -> new EpubAudio(file, "narration.mp3", "audio/mpeg");
            case "audio/mp4" -> new EpubAudio(file, "narration.m4a", "audio/mp4");
            default ->
                opus(file)
                        ? new EpubAudio(file, "narration.opus", "audio/ogg; codecs=opus")
                        : converted(file, directory.resolve("narration.mp3"));
        };
    }

    private static boolean opus(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(FIRST_PAGE), StandardCharsets.ISO_8859_1).matches("(?s)OggS.*OpusHead.*");
        }
    }

    private static EpubAudio converted(Path audio, Path target) throws IOException {
        try (var writer = new AudioWriter(SAMPLE_RATE, AudioFormat.MP3, AudioQuality.MEDIUM, target)) {
            AudioCodec.decode(audio, SAMPLE_RATE, writer);
            writer.finish();
        }
        return new EpubAudio(target, "narration.mp3", "audio/mpeg");
    }
}
