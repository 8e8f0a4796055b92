package dev.mediagen.image;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ImageFormat;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.worker.media.ImageCodec;
import dev.mediagen.worker.media.ImageHeader;
import dev.mediagen.worker.media.MediaException;
import dev.mediagen.worker.parts.ProviderException;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.UUID;

/// A picture that a user gave, of which nothing is believed.
///
/// @param file as it came
record SourcePicture(Path file, ImageHeader header) {
    /// Readers work row by row: a picture of one column would take them forever.
    private static final int MOST_SIDE = 1 << 15;

    private static final long ARGB = 4;

    /// Reads no more than the header.
    ///
    /// @throws ProviderException INVALID_REQUEST when it is none of our formats, moving or of too many pixels
    static SourcePicture of(Path file, long mostPixels) throws ProviderException {
        try {
            var header = ImageHeader.of(file);
            if (header.animated()) throw invalid("animated pictures are not taken", null);
            if (Math.max(header.width(), header.height()) > MOST_SIDE)
                throw invalid("more than %d pixels a side".formatted(MOST_SIDE), null);
            if (header.pixels() > mostPixels)
                throw invalid("more than %d megapixels".formatted(mostPixels / 1_000_000), null);
            return new SourcePicture(file, header);
        } catch (MediaException e) {
            throw invalid("not a PNG, JPEG or WebP picture", e);
        }
    }

    /// A small file may unfold to more than the heap.
    ///
    /// @param most bytes, decoded
    /// @throws ProviderException INVALID_REQUEST
    void requireRoom(ImageRequested request, long most) throws ProviderException {
        if (header.bytes(step(request)) > most)
            throw invalid("more than %d MB when decoded".formatted(most / 1_000_000), null);
    }

    /// Bytes in memory while [#prepare] works: as decoded, and in its new size, with and without transparency.
    long bytes(ImageRequested request) {
        return header.bytes(step(request)) + 2 * ARGB * request.width() * request.height();
    }

    /// Writes it anew in the size of the request: what else the file carried (places, names, other files) is gone.
    ///
    /// @return a JPEG of a JPEG, else a PNG; without transparency
    Path prepare(ImageRequested request, Path workDir) throws ProviderException {
        var format = header.format() == ImageFormat.JPG ? ImageFormat.JPG : ImageFormat.PNG;
        var prepared = workDir.resolve("source-%s.%s".formatted(UUID.randomUUID(), format.json()));
        try {
            BufferedImage picture = ImageCodec.decode(file, header.pixels(), step(request));
            var fitted = CentreCrop.fit(picture, request.width(), request.height());
            ImageCodec.encode(CentreCrop.overWhite(fitted), format, prepared);
            return prepared;
        } catch (MediaException e) {
            throw invalid("the picture cannot be decoded", e);
        }
    }

    private int step(ImageRequested request) {
        return CentreCrop.step(header.width(), header.height(), request.width(), request.height());
    }

    static ProviderException invalid(String reason, Throwable cause) {
        return new ProviderException(FailureCode.INVALID_REQUEST, "imageUrl: " + reason, cause);
    }
}
