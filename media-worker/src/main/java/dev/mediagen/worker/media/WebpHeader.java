package dev.mediagen.worker.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// The size of a WebP image as its first chunk says (RFC 9649, section 2.5 and on).
record WebpHeader(int width, int height) {
    private static final int FIRST_CHUNK = 12;
    private static final int FIRST_BODY = 20;
    private static final int NEEDED = 30;
    private static final int FOURTEEN_BITS = 0x3fff;

    static WebpHeader of(byte[] file) throws MediaException {
        if (file.length < NEEDED) {
            throw new MediaException("Damaged WebP image: ends in its header");
        }
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        return switch (new String(file, FIRST_CHUNK, 4, StandardCharsets.ISO_8859_1)) {
            case "VP8 " ->
                new WebpHeader(
                        bytes.getShort(FIRST_BODY + 6) & FOURTEEN_BITS, bytes.getShort(FIRST_BODY + 8) & FOURTEEN_BITS);
            case "VP8L" -> {
                int bits = bytes.getInt(FIRST_BODY + 1);
                yield new WebpHeader((bits & FOURTEEN_BITS) + 1, (bits >> 14 & FOURTEEN_BITS) + 1);
            }
            case "VP8X" ->
                new WebpHeader((bytes.getInt(FIRST_BODY + 4) & 0xffffff) + 1, (bytes.getInt(FIRST_BODY + 6) >>> 8) + 1);
            default -> throw new MediaException("Damaged WebP image: unknown first chunk");
        };
    }
}
