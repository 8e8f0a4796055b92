package dev.mediagen.image;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Picture files that mean harm, chunk by chunk.
final class Hostile {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /// @param kind PNG colour type: 0 grey, 2 RGB, 3 palette, 6 RGBA
    static Hostile png(int width, int height, int depth, int kind) throws IOException {
        var png = new Hostile();
        png.out.writeLong(0x89504e470d0a1a0aL);
        var header = new ByteArrayOutputStream();
        var data = new DataOutputStream(header);
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {(byte) depth, (byte) kind, 0, 0, 0});
        png.chunk("IHDR", header.toByteArray());
        return kind == 3 ? png.chunk("PLTE", new byte[] {0, 0, 0, -1, -1, -1}) : png;
    }

    Hostile chunk(String type, byte[] data) throws IOException {
        out.writeInt(data.length);
        var crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.US_ASCII));
        crc.update(data);
        out.writeBytes(type);
        out.write(data);
        out.writeInt((int) crc.getValue());
        return this;
    }

    /// A chunk of text that unfolds to zeros.
    Hostile unfolding(String type, int megabytes) throws IOException {
        byte[] name = "a\0\0".getBytes(StandardCharsets.US_ASCII);
        byte[] folded = zeros((long) megabytes << 20);
        byte[] all = Arrays.copyOf(name, name.length + folded.length);
        System.arraycopy(folded, 0, all, name.length, folded.length);
        return chunk(type, all);
    }

    /// Pixels: so many bytes of zeros.
    byte[] pixels(long count) throws IOException {
        return chunk("IDAT", zeros(count)).chunk("IEND", new byte[0]).bytes.toByteArray();
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /// A WebP whose header announces an animation.
    static byte[] animatedWebp() throws IOException {
        var webp = new Hostile();
        webp.out.writeBytes("RIFF");
        webp.out.writeInt(Integer.reverseBytes(22));
        webp.out.writeBytes("WEBPVP8X");
        webp.out.writeInt(Integer.reverseBytes(10));
        webp.out.write(new byte[] {2, 0, 0, 0, 99, 0, 0, 99, 0, 0});
        return webp.bytes();
    }

    private static byte[] zeros(long count) throws IOException {
        var folded = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(folded, new Deflater(Deflater.BEST_SPEED), 1 << 16)) {
            byte[] block = new byte[1 << 16];
            for (long left = count; left > 0; left -= block.length)
                deflate.write(block, 0, (int) Math.min(left, block.length));
        }
        return folded.toByteArray();
    }
}
