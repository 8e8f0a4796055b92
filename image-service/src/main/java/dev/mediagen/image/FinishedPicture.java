package dev.mediagen.image;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ImageMode;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.worker.media.ImageCodec;
import dev.mediagen.worker.media.ImageHeader;
import dev.mediagen.worker.media.MediaException;
import dev.mediagen.worker.parts.ProviderException;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// A picture fit to be kept, in the size and format that were asked for.
///
/// @param image what the provider made, with the warnings of its finish
/// @param width pixels, of the file
/// @param height pixels, of the file
record FinishedPicture(Image image, Path file, int width, int height) {
    private static final long ARGB = 4;

    /// A provider's picture and what is wanted of it.
    record Raw(Image image, ImageHeader header, ImageRequested request) {
        /// @throws ProviderException QUALITY_REJECTED when the file is no picture
        static Raw of(Image image, ImageRequested request) throws ProviderException {
            return new Raw(image, PictureCheck.header(image.file()), request);
        }

        /// @param most bytes, decoded
        /// @throws ProviderException QUALITY_REJECTED when it would unfold to more than that
        void requireRoom(long most) throws ProviderException {
            if (header.bytes(step()) > most)
                throw new ProviderException(FailureCode.QUALITY_REJECTED, "the picture is too large").costly();
        }

        /// Bytes in memory while it is finished.
        long bytes() {
            return asWanted() ? header.bytes(step()) : header.bytes(step()) + 2 * ARGB * wanted();
        }

        private long wanted() {
            return (long) request.width() * request.height();
        }

        private boolean sized() {
            return header.width() == request.width() && header.height() == request.height();
        }

        private boolean asWanted() {
            return sized() && header.format() == request.format() && !header.animated();
        }

        private int step() {
            if (asWanted()) return PictureCheck.step(header);
            return CentreCrop.step(header.width(), header.height(), request.width(), request.height());
        }

        /// A model that takes no size is not worth a warning: the source had it.
        private Image told() {
            if (sized() || request.mode() == ImageMode.TRANSFORM) return image;
            var resized = "made at %dx%d and fitted to %dx%d"
                    .formatted(header.width(), header.height(), request.width(), request.height());
            List<String> warnings =
                    Stream.concat(image.warnings().stream(), Stream.of(resized)).toList();
            return new Image(image.file(), image.seed(), image.requestId(), warnings);
        }
    }

    /// Leaves the provider's bytes alone where they are what was asked for.
    ///
    /// @throws ProviderException QUALITY_REJECTED when there is nothing to see
    static FinishedPicture of(Raw raw, Path workDir) throws ProviderException {
        var request = raw.request();
        var header = raw.header();
        BufferedImage picture = PictureCheck.accept(raw.image().file(), raw.step());
        if (raw.asWanted())
            return new FinishedPicture(raw.image(), raw.image().file(), header.width(), header.height());
        if (!raw.sized()) picture = CentreCrop.fit(picture, request.width(), request.height());
        var file = workDir.resolve(
                "finished-%s.%s".formatted(UUID.randomUUID(), request.format().json()));
        try {
            ImageCodec.encode(picture, request.format(), file);
        } catch (MediaException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "the picture could not be written", e);
        }
        return new FinishedPicture(raw.told(), file, picture.getWidth(), picture.getHeight());
    }
}
