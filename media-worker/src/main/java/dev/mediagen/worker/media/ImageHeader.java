package dev.mediagen.worker.media;

import dev.mediagen.contracts.ImageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/// What the first bytes of a PNG, JPEG or WebP say, before anything is decoded. The name of a file says nothing.
///
/// @param width pixels, above 0
/// @param height pixels, above 0
/// @param animated more than one frame; never of JPEG, and of PNG the first frame is an ordinary picture
/// @param pixelBytes that a decoded pixel takes: 1 of grey or few colours, 8 of 16 bits a channel with transparency
public record ImageHeader(ImageFormat format, int width, int height, boolean animated, int pixelBytes) {
    private static final int COLOUR = 3;
    private static final int NEEDED = 30;
    private static final int ANIMATION = 2;

    /// @throws MediaException if the file is none of the three formats, or its header is damaged
    public static ImageHeader of(Path file) throws MediaException {
        try {
            byte[] start = start(file);
            var header =
                    switch (sniff(start)) {
                        case PNG -> png(start);
                        case WEBP -> webp(start);
                        case JPG -> jpeg(file);
                    };
            if (header.width > 0 && header.height > 0) return header;
            throw new MediaException("Image of %d x %d".formatted(header.width, header.height));
        } catch (MediaException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new MediaException("Damaged image: " + e.getMessage(), e);
        }
    }

    public long pixels() {
        return (long) width * height;
    }

    /// Bytes in memory while the picture is decoded with [ImageCodec#decode(Path, long, int)]. A WebP and a
    /// progressive JPEG are held as a whole, outside the heap.
    public long bytes(int step) {
        return (format == ImageFormat.PNG ? pixels() / step / step : pixels()) * pixelBytes;
    }

    static ImageFormat sniff(Path file) throws IOException {
        return sniff(start(file));
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(NEEDED);
        }
    }

    private static ImageFormat sniff(byte[] start) throws MediaException {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) return ImageFormat.PNG;
        if (text.startsWith("\u00ff\u00d8\u00ff")) return ImageFormat.JPG;
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) return ImageFormat.WEBP;
        throw new MediaException("Not a PNG, JPEG or WebP image");
    }

    private static ImageHeader png(byte[] start) throws MediaException {
        var bytes = ByteBuffer.wrap(start);
        int bits = bytes.get(24) * channels(bytes.get(25));
        return new ImageHeader(ImageFormat.PNG, bytes.getInt(16), bytes.getInt(20), false, (bits + 7) / 8);
    }

    /// Of a PNG colour type: grey, RGB, palette, grey with transparency, RGB with transparency.
    private static int channels(int type) throws MediaException {
        return switch (type) {
            case 0, 3 -> 1;
            case 4 -> 2;
            case 2 -> 3;
            case 6 -> 4;
            default -> throw new MediaException("PNG of unknown colour type " + type);
        };
    }

    private static ImageHeader webp(byte[] start) throws MediaException {
        var size = WebpHeader.of(start);
        boolean extended = start[15] == 'X';
        return new ImageHeader(
                ImageFormat.WEBP, size.width(), size.height(), extended && (start[20] & ANIMATION) != 0, COLOUR);
    }

    private static ImageHeader jpeg(Path file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            return new ImageHeader(ImageFormat.JPG, reader.getWidth(0), reader.getHeight(0), false, COLOUR);
        } finally {
            reader.dispose();
        }
    }
}
