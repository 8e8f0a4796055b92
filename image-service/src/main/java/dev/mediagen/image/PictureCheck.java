package dev.mediagen.image;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.media.ImageCodec;
import dev.mediagen.worker.media.ImageHeader;
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
    /// Pixels a side that show whether there is something to see.
    private static final int ENOUGH = 256;
    /// Below this standard deviation (of 255) in every channel, there is nothing to see.
    private static final double BLANK = 1.5;

    private PictureCheck() {}

    /// @throws ProviderException QUALITY_REJECTED when it is no picture, or larger than anybody asks for
    static ImageHeader header(Path file) throws ProviderException {
        try {
            var header = ImageHeader.of(file);
            if (header.pixels() > MAX_PIXELS) throw rejected("the picture is too large", null);
            return header;
        } catch (MediaException e) {
            throw rejected("the picture cannot be decoded", e);
        }
    }

    /// How coarsely to decode a picture that is only looked at.
    static int step(ImageHeader header) {
        return Math.max(1, Math.min(header.width(), header.height()) / ENOUGH);
    }

    /// Decodes the whole file, so that damage anywhere shows.
    ///
    /// @return the decoded picture, every `step`-th pixel of it
    /// @throws ProviderException QUALITY_REJECTED when it cannot be decoded or shows nothing
    static BufferedImage accept(Path file, int step) throws ProviderException {
        try {
            BufferedImage picture = ImageCodec.decode(file, MAX_PIXELS, step);
            if (blank(picture)) throw rejected("the picture is blank", null);
            return picture;
        } catch (MediaException e) {
            throw rejected("the picture cannot be decoded", e);
        }
    }

    private static ProviderException rejected(String why, Throwable cause) {
        return new ProviderException(FailureCode.QUALITY_REJECTED, why, cause).costly();
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
