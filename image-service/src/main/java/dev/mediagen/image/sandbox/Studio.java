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
