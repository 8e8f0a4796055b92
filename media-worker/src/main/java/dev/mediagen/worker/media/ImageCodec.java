package dev.mediagen.worker.media;

import dev.mediagen.contracts.ImageFormat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/// Reads and writes PNG, JPEG and WebP. Stateless. The content alone says what a file is, never its name.
public final class ImageCodec {
    private static final float JPG_QUALITY = 0.9f;
    private static final Pattern ENDS_EARLY = Pattern.compile("[Pp]remature end|Truncated");

    private ImageCodec() {}

    /// Decodes the (first) picture of a file.
    ///
    /// @param maxPixels a picture whose header says more is refused before anything is decoded
    /// @throws MediaException if the file is none of the three formats, damaged or too large
    public static BufferedImage decode(Path file, long maxPixels) throws MediaException {
        return decode(file, maxPixels, 1);
    }

    /// Decodes the whole file but keeps only every so many-th pixel of every so many-th row, and takes only their
    /// memory.
    ///
    /// @param step 1 keeps all
    /// @throws MediaException as [#decode(Path, long)], and if the file ends early
    public static BufferedImage decode(Path file, long maxPixels, int step) throws MediaException {
        try {
            return switch (ImageHeader.sniff(file)) {
                case WEBP -> WebpCodec.decode(file, maxPixels, step);
                case PNG -> read(file, "png", maxPixels, step);
                case JPG -> read(file, "jpeg", maxPixels, step);
            };
        } catch (MediaException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // ImageIO's readers answer broken bits with all sorts of unchecked exceptions.
            throw new MediaException("Damaged image: " + e.getMessage(), e);
        }
    }

    /// Encodes a picture: PNG as it is, JPEG at quality 0.9 over white, WebP at quality 85 with its transparency.
    ///
    /// @param target is replaced, and does not exist after a failure
    public static void encode(BufferedImage image, ImageFormat format, Path target) throws MediaException {
        try {
            Files.deleteIfExists(target);
            switch (format) {
                case WEBP -> WebpCodec.encode(image, target);
                case PNG -> write(image, "png", target);
                case JPG -> write(opaque(image), "jpeg", target);
            }
        } catch (IOException | RuntimeException e) {
            throw failed(e, target);
        }
    }

    static void requireWithin(long width, long height, long maxPixels) throws MediaException {
        // Divided, because the product of two hostile numbers may overflow.
        if (width <= 0 || height <= 0 || width > maxPixels / height) {
            throw new MediaException("Image of %d x %d: allowed are %d pixels".formatted(width, height, maxPixels));
        }
    }

    private static BufferedImage read(Path file, String name, long maxPixels, int step) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(name).next();
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            requireWithin(reader.getWidth(0), reader.getHeight(0), maxPixels);
            var early = new AtomicBoolean();
            // the JPEG reader fills what is missing with grey and only warns
            reader.addIIOReadWarningListener((source, warning) -> {
                if (ENDS_EARLY.matcher(warning).find()) early.set(true);
            });
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, param);
            if (early.get()) throw new MediaException("Damaged image: it ends early");
            return image;
        } finally {
            reader.dispose();
        }
    }

    private static void write(BufferedImage image, String name, Path target) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(name).next();
        try (ImageOutputStream out = new FileImageOutputStream(target.toFile())) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (name.equals("jpeg")) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(JPG_QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage opaque(BufferedImage image) {
        int width = image.getWidth();
        BufferedImage result = new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                row[x] = overWhite(row[x]);
            }
            result.setRGB(0, y, width, 1, row, 0, width);
        }
        return result;
    }

    private static int overWhite(int argb) {
        int alpha = argb >>> 24;
        int result = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int channel = argb >> shift & 0xff;
            result |= (channel * alpha + 255 * (255 - alpha) + 127) / 255 << shift;
        }
        return result;
    }

    private static MediaException failed(Exception cause, Path target) {
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
        return cause instanceof MediaException own
                ? own
                : new MediaException("Cannot write " + target.getFileName() + ": " + cause.getMessage(), cause);
    }
}
