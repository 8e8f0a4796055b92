package dev.mediagen.image;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.media.ImageCodec;
import dev.mediagen.worker.media.MediaException;
import dev.mediagen.worker.parts.ProviderException;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/// Whether a file is a picture worth keeping.
final class PictureCheck {
    /// Larger pictures than any provider is asked for are not decoded.
    private static final long MAX_PIXELS = 1L << 25;
    /// Samples along each axis.
    private static final int GRID = 96;
    /// Below this standard deviation (of 255) in every channel, there is nothing to see.
    private static final double BLANK = 1.5;

    private PictureCheck() {}

    /// @return the decoded picture
    /// @throws ProviderException QUALITY_REJECTED when it cannot be decoded or shows nothing
    static BufferedImage accept(Path file) throws ProviderException {
        try {
            BufferedImage picture = ImageCodec.decode(file, MAX_PIXELS);
            if (blank(picture))
                throw new ProviderException(FailureCode.QUALITY_REJECTED, "the picture is blank").costly();
            return picture;
        } catch (MediaException e) {
            throw new ProviderException(FailureCode.QUALITY_REJECTED, "the picture cannot be decoded", e).costly();
        }
    }

    private static boolean blank(BufferedImage picture) {
        double[] sum = new double[3];
        double[] squares = new double[3];
        for (int row = 0; row < GRID; row++) {
            for (int column = 0; column < GRID; column++) {
                int argb = picture.getRGB(column * picture.getWidth() / GRID, row * picture.getHeight() / GRID);
                boolean visible = argb >>> 24 > 8;
                for (int channel = 0; channel < 3; channel++) {
                    int value = visible ? argb >> 8 * channel & 255 : 0;
                    sum[channel] += value;
                    squares[channel] += value * value;
                }
            }
        }
        double samples = GRID * GRID;
        for (int channel = 0; channel < 3; channel++) {
            double mean = sum[channel] / samples;
            if (squares[channel] / samples - mean * mean > BLANK * BLANK) return false;
        }
        return true;
    }
}
