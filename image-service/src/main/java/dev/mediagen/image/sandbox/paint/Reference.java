package dev.mediagen.image.sandbox.paint;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.function.IntUnaryOperator;

/// The picture a painter looks at: read anywhere in 0..1 x 0..1, whatever its own size.
public final class Reference {
    private static final int LONG_SIDE = 1024;
    private final int width;
    private final int height;
    private final int[] rgb;

    public Reference(BufferedImage image) {
        BufferedImage seen = small(image);
        this(seen.getWidth(), seen.getHeight(), pixels(seen));
    }

    private Reference(int width, int height, int[] rgb) {
        this.width = width;
        this.height = height;
        this.rgb = rgb;
    }

    /// A painter's eye needs no more, and a large canvas need not be held twice.
    private static BufferedImage small(BufferedImage image) {
        double scale = (double) LONG_SIDE / Math.max(image.getWidth(), image.getHeight());
        if (scale >= 1) return image;
        int width = Math.max(1, (int) (image.getWidth() * scale));
        int height = Math.max(1, (int) (image.getHeight() * scale));
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = Canvas.smooth(scaled.createGraphics());
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return scaled;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /// Colour at a place, edges extended.
    int at(double x, double y) {
        double px = Math.clamp(x * width - 0.5, 0, width - 1.001);
        double py = Math.clamp(y * height - 0.5, 0, height - 1.001);
        int ix = (int) px;
        int iy = (int) py;
        int at = iy * width + ix;
        int right = ix + 1 < width ? 1 : 0;
        int below = iy + 1 < height ? width : 0;
        int top = Colour.mix(rgb[at], rgb[at + right], px - ix);
        return Colour.mix(top, Colour.mix(rgb[at + below], rgb[at + below + right], px - ix), py - iy);
    }

    BufferedImage image() {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, rgb, 0, width);
        return image;
    }

    float luminance(double x, double y) {
        return Colour.luminance(at(x, y));
    }

    /// The same picture in other colours.
    Reference map(IntUnaryOperator change) {
        int[] changed = new int[rgb.length];
        for (int i = 0; i < rgb.length; i++) changed[i] = change.applyAsInt(rgb[i] & 0xFFFFFF);
        return new Reference(width, height, changed);
    }

    /// The same picture out of focus; three box blurs come close to a Gaussian.
    ///
    /// @param share of the width
    Reference blurred(double share) {
        int radius = Math.max(1, (int) Math.round(share * width / 2));
        int[] soft = rgb;
        for (int i = 0; i < 2; i++) {
            soft = blurLines(soft, width, height, radius);
            soft = blurLines(soft, height, width, radius);
        }
        return new Reference(width, height, soft);
    }

    /// Blurs along lines and transposes.
    private static int[] blurLines(int[] from, int length, int lines, int radius) {
        int[] to = new int[from.length];
        int window = 2 * radius + 1;
        for (int line = 0; line < lines; line++) {
            int start = line * length;
            int[] sums = firstWindow(from, start, length, radius);
            for (int i = 0; i < length; i++) {
                to[i * lines + line] = sums[0] / window << 16 | sums[1] / window << 8 | sums[2] / window;
                int in = from[start + Math.min(i + radius + 1, length - 1)];
                int out = from[start + Math.max(i - radius, 0)];
                sums[0] += (in >> 16 & 255) - (out >> 16 & 255);
                sums[1] += (in >> 8 & 255) - (out >> 8 & 255);
                sums[2] += (in & 255) - (out & 255);
            }
        }
        return to;
    }

    private static int[] firstWindow(int[] from, int start, int length, int radius) {
        int[] sums = new int[3];
        for (int i = -radius; i <= radius; i++) {
            int rgb = from[start + Math.clamp(i, 0, length - 1)];
            sums[0] += rgb >> 16 & 255;
            sums[1] += rgb >> 8 & 255;
            sums[2] += rgb & 255;
        }
        return sums;
    }
}
