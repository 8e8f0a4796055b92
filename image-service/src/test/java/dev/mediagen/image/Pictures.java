package dev.mediagen.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/// Pictures and measures of them.
public final class Pictures {
    private Pictures() {}

    public static BufferedImage stripes(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.ORANGE);
        for (int x = 0; x < width; x += 10) pen.fillRect(x, 0, 5, height);
        pen.dispose();
        return picture;
    }

    /// Mean difference of the channels, 0..255.
    public static double distance(BufferedImage a, BufferedImage b) {
        long sum = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    sum += Math.abs((a.getRGB(x, y) >> shift & 255) - (b.getRGB(x, y) >> shift & 255));
                }
            }
        }
        return sum / (3.0 * a.getWidth() * a.getHeight());
    }

    /// Standard deviation of the green channel, 0..255.
    public static double deviation(BufferedImage picture) {
        double sum = 0;
        double squares = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int green = picture.getRGB(x, y) >> 8 & 255;
                sum += green;
                squares += green * green;
            }
        }
        double pixels = picture.getWidth() * picture.getHeight();
        return Math.sqrt(Math.max(0, squares / pixels - Math.pow(sum / pixels, 2)));
    }
}
