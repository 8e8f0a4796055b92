package dev.mediagen.gateway.uploads;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.mediagen.gateway.api.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What may be uploaded, and how its bytes begin. SVG is no image here: it can carry scripts.
enum UploadType {
    MP3("audio/mpeg", "mp3", head -> at(head, 0, "ID3") || mpegFrame(head)),
    WAV("audio/wav", "wav", head -> at(head, 0, "RIFF") && at(head, 8, "WAVE")),
    OGG("audio/ogg", "ogg", head -> at(head, 0, "OggS")),
    M4A("audio/mp4", "m4a", head -> at(head, 4, "ftyp")),
    PNG("image/png", "png", head -> at(head, 0, "\u0089PNG\r\n\u001a\n")),
    JPEG("image/jpeg", "jpg", head -> at(head, 0, "\u00ff\u00d8\u00ff")),
    WEBP("image/webp", "webp", head -> at(head, 0, "RIFF") && at(head, 8, "WEBP"));

    /// How many bytes tell the types apart.
    static final int HEAD = 16;

    private final String mediaType;
    private final String extension;
    private final Predicate<byte[]> signature;

    UploadType(String mediaType, String extension, Predicate<byte[]> signature) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.signature = signature;
    }

    /// @throws ProblemException 400 for what cannot be uploaded
    @JsonCreator
    static UploadType named(String mediaType) {
        var wanted = mediaType.strip().toLowerCase(Locale.ROOT);
        // the documents' own name for it
        if (wanted.equals("audio/mp3")) return MP3;
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(wanted))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("contentType", "must be one of " + all()));
    }

    private static String all() {
        return Arrays.stream(values()).map(UploadType::mediaType).collect(Collectors.joining(", "));
    }

    @JsonValue
    String mediaType() {
        return mediaType;
    }

    /// File name extension without the dot.
    String extension() {
        return extension;
    }

    /// @param head the first [#HEAD] bytes, or all there are
    boolean begins(byte[] head) {
        return signature.test(head);
    }

    @Override
    public String toString() {
        return mediaType;
    }

    private static boolean at(byte[] head, int from, String latin1) {
        byte[] wanted = latin1.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= from + wanted.length
                && Arrays.equals(head, from, from + wanted.length, wanted, 0, wanted.length);
    }

    /// The header of a frame: eleven bits of sync, then layer III and no reserved version, bit rate or sampling rate.
    /// The storage service asks for the same of what it keeps.
    private static boolean mpegFrame(byte[] head) {
        if (head.length < 4 || (head[0] & 0xff) != 0xff || (head[1] & 0xe0) != 0xe0) return false;
        int version = head[1] >> 3 & 3;
        int layer = head[1] >> 1 & 3;
        int bitRate = head[2] >> 4 & 15;
        int samplingRate = head[2] >> 2 & 3;
        return version != 1 && layer == 1 && bitRate != 15 && samplingRate != 3;
    }
}
