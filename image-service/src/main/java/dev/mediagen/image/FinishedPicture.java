package dev.mediagen.image;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.worker.media.ImageCodec;
import dev.mediagen.worker.media.MediaException;
import dev.mediagen.worker.parts.ProviderException;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.UUID;

/// A picture fit to be kept, in the size and format that were asked for.
///
/// @param width pixels, of the file
/// @param height pixels, of the file
record FinishedPicture(Image image, Path file, int width, int height) {

    /// @throws ProviderException QUALITY_REJECTED when there is nothing to see
    static FinishedPicture of(Image image, ImageRequested request, Path workDir) throws ProviderException {
        BufferedImage picture = PictureCheck.accept(image.file());
        var file = workDir.resolve(
                "finished-%s.%s".formatted(UUID.randomUUID(), request.format().json()));
        try {
            ImageCodec.encode(picture, request.format(), file);
        } catch (MediaException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "the picture could not be written", e);
        }
        return new FinishedPicture(image, file, picture.getWidth(), picture.getHeight());
    }
}
