package dev.mediagen.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/// Brings a picture to another size: scaled as a whole, and cut to its middle where the shapes differ.
public final class CentreCrop {
    private CentreCrop() {}

    /// @return a new picture, with transparency where the old one may have some
    public static BufferedImage fit(BufferedImage picture, int width, int height) {
        double scale = scale(picture.getWidth(), picture.getHeight(), width, height);
        int wide = Math.clamp(Math.round(width / scale), 1, picture.getWidth());
        int tall = Math.clamp(Math.round(height / scale), 1, picture.getHeight());
        int left = (picture.getWidth() - wide) / 2;
        int top = (picture.getHeight() - tall) / 2;
        BufferedImage near = picture.getSubimage(left, top, wide, tall);
        // bilinear alone would skip pixels: halve until near
        while (near.getWidth() >= 2 * width && near.getHeight() >= 2 * height)
            near = scaled(near, (near.getWidth() + 1) / 2, (near.getHeight() + 1) / 2);
        return scaled(near, width, height);
    }

    /// How many pixels of a picture may be skipped at decoding without loss for a smaller one.
    static int step(int fromWidth, int fromHeight, int width, int height) {
        return (int) Math.max(1, 1 / scale(fromWidth, fromHeight, width, height) / 2);
    }

    static BufferedImage overWhite(BufferedImage picture) {
        if (!picture.getColorModel().hasAlpha()) return picture;
        var opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = opaque.createGraphics();
        pen.drawImage(picture, 0, 0, Color.WHITE, null);
        pen.dispose();
        return opaque;
    }

    private static double scale(int fromWidth, int fromHeight, int width, int height) {
        return Math.max((double) width / fromWidth, (double) height / fromHeight);
    }

    private static BufferedImage scaled(BufferedImage from, int width, int height) {
        int type = from.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var to = new BufferedImage(width, height, type);
        Graphics2D pen = to.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(from, 0, 0, width, height, null);
        pen.dispose();
        return to;
    }
}
