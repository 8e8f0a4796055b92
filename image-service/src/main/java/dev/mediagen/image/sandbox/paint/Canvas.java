package dev.mediagen.image.sandbox.paint;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/// What is painted on: colour, and how thick the paint lies.
public final class Canvas {
    final int width;
    final int height;
    final BufferedImage image;
    final int[] rgb;
    final float[] relief;

    public Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        this.relief = new float[width * height];
    }

    public BufferedImage image() {
        return image;
    }

    /// One unit of brush size: brushes grow with the picture, so that every size shows the same painting.
    double unit() {
        return Math.sqrt((double) width * height) / 1000;
    }

    /// @return a pen in pixels; the caller disposes of it
    Graphics2D pen() {
        return smooth(image.createGraphics());
    }

    static Graphics2D smooth(Graphics2D pen) {
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        return pen;
    }
}
