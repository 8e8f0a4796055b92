package dev.mediagen.storage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Tells by its first bytes whether a file is what it says it is.
final class MediaTypeCheck {
    static final int LONGEST_SIGNATURE = 64;

    private MediaTypeCheck() {}

    /// @param head the first [#LONGEST_SIGNATURE] bytes, or all there are
    static boolean matches(byte[] head, String mediaType) {
        return switch (mediaType) {
            case "audio/mpeg" -> at(head, 0, "ID3") || mpegFrame(head);
            case "audio/wav" -> at(head, 0, "RIFF") && at(head, 8, "WAVE");
            case "audio/ogg" -> at(head, 0, "OggS");
            case "image/png" -> at(head, 0, "\u0089PNG\r\n\u001a\n");
            case "image/jpeg" -> at(head, 0, "\u00ff\u00d8\u00ff");
            case "image/webp" -> at(head, 0, "RIFF") && at(head, 8, "WEBP");
            case "application/json" -> at(head, 0, "{") || at(head, 0, "[");
            case "text/vtt" -> at(head, 0, "WEBVTT");
            case "application/x-subrip" -> head.length == 0 || Character.isDigit(head[0]);
            case "application/ttml+xml", "application/smil+xml" -> at(head, 0, "<?xml");
            case "text/x-ssa" -> at(head, 0, "[Script Info]");
            case "application/x-lrc" -> at(head, 0, "[");
            // a container whose first file, not compressed, says what it is
            case "application/epub+zip" ->
                at(head, 0, "PK\u0003\u0004") && at(head, 30, "mimetypeapplication/epub+zip");
            default -> false;
        };
    }

    /// The header of a frame: eleven bits of sync, then layer III and no reserved version, bit rate or sampling rate.
    /// The gateway asks for the same of what is uploaded.
    private static boolean mpegFrame(byte[] head) {
        if (head.length < 4 || (head[0] & 0xff) != 0xff || (head[1] & 0xe0) != 0xe0) return false;
        int version = head[1] >> 3 & 3;
        int layer = head[1] >> 1 & 3;
        int bitRate = head[2] >> 4 & 15;
        int samplingRate = head[2] >> 2 & 3;
        return version != 1 && layer == 1 && bitRate != 15 && samplingRate != 3;
    }

    private static boolean at(byte[] head, int offset, String signature) {
        byte[] expected = signature.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= offset + expected.length
                && Arrays.equals(head, offset, offset + expected.length, expected, 0, expected.length);
    }
}
