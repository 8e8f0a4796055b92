package dev.mediagen.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Tells by its first bytes whether a file is what it says it is.
final class MediaTypeCheck {
    private static final int LONGEST_SIGNATURE = 16;

    private MediaTypeCheck() {}

    static boolean matches(Path file, String mediaType) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(LONGEST_SIGNATURE);
        }
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
            default -> false;
        };
    }

    /// Eleven sync bits, then an allowed version and layer III.
    private static boolean mpegFrame(byte[] head) {
        return head.length > 1 && head[0] == (byte) 0xff && (head[1] & 0xe6) == 0xe2;
    }

    private static boolean at(byte[] head, int offset, String signature) {
        byte[] expected = signature.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= offset + expected.length
                && Arrays.equals(head, offset, offset + expected.length, expected, 0, expected.length);
    }
}
