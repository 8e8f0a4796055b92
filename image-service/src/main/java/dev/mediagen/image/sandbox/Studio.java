package dev.mediagen.image.sandbox;

import dev.mediagen.image.sandbox.paint.Canvas;
import dev.mediagen.image.sandbox.paint.Painter;
import dev.mediagen.image.sandbox.paint.Reference;
import dev.mediagen.image.sandbox.scene.Composition;
import dev.mediagen.image.sandbox.scene.Scene;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/// Where an order becomes a picture: scene, painter and, when there is one, the source that is repainted.
///
/// With a source, half the strength goes into covering it with strokes in its own colours, and the rest into
/// replacing it by the prompt's scene.
final class Studio {
    private static final double COVERED = 0.6;

    private Studio() {}

    /// @param source scaled to the picture's size, or null
    static BufferedImage paint(Order order, BufferedImage source) {
        if (source != null && order.strength() == 0) return source;
        int width = order.request().width();
        int height = order.request().height();
        var composition = Composition.of(order.request().prompt(), order.chance());
        Scene scene = Scene.of(composition, order.style(), (double) width / height);
        BufferedImage motif = scene.draw();
        if (source != null) lay(source, motif, 1 - Math.clamp((order.strength() - COVERED) / (1 - COVERED), 0, 1));
        var canvas = new Canvas(width, height);
        Painter.of(order.style()).paint(canvas, new Reference(motif), scene, order.detail());
        if (source != null) lay(source, canvas.image(), 1 - Math.min(1, order.strength() / COVERED));
        return canvas.image();
    }

    /// The source at a size, cropped to its middle where the shapes differ.
    static BufferedImage fit(BufferedImage source, int width, int height) {
        double scale = Math.max((double) width / source.getWidth(), (double) height / source.getHeight());
        // bilinear alone would skip pixels: halve until near
        BufferedImage near = source;
        for (; scale < 0.5; scale *= 2) near = scaled(near, (near.getWidth() + 1) / 2, (near.getHeight() + 1) / 2);
        scale = Math.max((double) width / near.getWidth(), (double) height / near.getHeight());
        int wide = (int) Math.round(near.getWidth() * scale);
        int tall = (int) Math.round(near.getHeight() * scale);
        var fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        draw(near, fitted, (width - wide) / 2, (height - tall) / 2, wide, tall, 1);
        return fitted;
    }

    private static BufferedImage scaled(BufferedImage from, int width, int height) {
        var to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        draw(from, to, 0, 0, width, height, 1);
        return to;
    }

    private static void lay(BufferedImage over, BufferedImage under, double opacity) {
        draw(over, under, 0, 0, under.getWidth(), under.getHeight(), opacity);
    }

    private static void draw(
            BufferedImage from, BufferedImage to, int x, int y, int width, int height, double opacity) {
        Graphics2D pen = to.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
        pen.drawImage(from, x, y, width, height, null);
        pen.dispose();
    }
}
