package dev.mediagen.image.fal;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ImageFormat;
import dev.mediagen.worker.media.ImageCodec;
import dev.mediagen.worker.media.MediaException;
import dev.mediagen.worker.parts.ProviderException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;

/// The source picture inside the request itself: fal need not reach our bucket, and no signed URL travels.
final class SourceUri {
    private static final long MOST_BYTES = 4L << 20;
    private static final long MOST_PIXELS = 1L << 24;

    private SourceUri() {}

    static String of(Path source, Path workDir) throws ProviderException {
        try {
            Path small = Files.size(source) <= MOST_BYTES ? source : smaller(source, workDir);
            byte[] bytes = Files.readAllBytes(small);
            return "data:" + mediaType(bytes) + ";base64," + Base64.getEncoder().encodeToString(bytes);
        } catch (MediaException e) {
            throw new ProviderException(FailureCode.INVALID_REQUEST, "the source image cannot be decoded", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path smaller(Path source, Path workDir) throws MediaException {
        Path jpeg = workDir.resolve("source-%s.jpg".formatted(UUID.randomUUID()));
        ImageCodec.encode(ImageCodec.decode(source, MOST_PIXELS), ImageFormat.JPG, jpeg);
        return jpeg;
    }

    /// Of one of the three formats that a source can have.
    private static String mediaType(byte[] bytes) {
        var format =
                switch (bytes.length == 0 ? 0 : bytes[0]) {
                    case (byte) 0x89 -> ImageFormat.PNG;
                    case (byte) 0xff -> ImageFormat.JPG;
                    default -> ImageFormat.WEBP;
                };
        return format.mediaType();
    }
}
