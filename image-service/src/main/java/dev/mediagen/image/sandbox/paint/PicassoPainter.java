package dev.mediagen.image.sandbox.paint;

import dev.mediagen.image.sandbox.scene.Scene;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/// The view broken into facets, each seen from a slightly different side, bound by strong contours.
final class PicassoPainter implements Painter {
    @Override
    public void paint(Canvas canvas, Reference reference, Scene scene, double detail) {
        var random = Painter.chance(scene);
        var noise = new Noise(random.nextLong());
        int[] tones = {
            scene.palette().dark(),
            0x4A3524,
            0x8A6238,
            scene.palette().stone(),
            0xDCC08C,
            scene.palette().light()
        };
        Reference limited = reference.map(
                rgb -> Colour.mix(Colour.saturate(rgb, 1.5), Colour.ramp(Colour.luminance(rgb) * 1.15, tones), 0.15));
        var facets = Facets.of(canvas.width, canvas.height, scene.composition(), (int) (50 * detail), random);
        Graphics2D pen = canvas.pen();
        BufferedImage view = limited.image();
        for (Path2D facet : facets) facet(pen, view, facet, canvas, scene, random);
        pen.dispose();
        Reference flat = new Reference(canvas.image);
        Flow flow = Flow.of(flat, scene.aspect(), scene.lights(), noise, 0.4, 0);
        new Strokes(canvas, flat, flow, random)
                .lay(new Strokes.Layer(new Brush.Tip(6.5f, 0.75f, 0.5f, 0.5f, 0.6f), 8, 34, 0.8, 0));
        contours(canvas, facets, scene.palette().dark(), random);
        guitar(canvas, scene, random);
        new Finish(0.55, 0.5, 0.4, 1.12).apply(canvas, noise);
    }

    private static void facet(
            Graphics2D pen, BufferedImage view, Path2D facet, Canvas canvas, Scene scene, RandomGenerator random) {
        var box = facet.getBounds2D();
        pen.setClip(facet);
        pen.setColor(new Color(scene.palette().mid()));
        pen.fill(box);
        pen.drawImage(view, otherSide(view, box, canvas, random), null);
        pen.setPaint(shade(box, scene, random));
        pen.fill(box);
        pen.setClip(null);
    }

    /// The view shifted, turned and closer by a little, around the facet's middle.
    private static AffineTransform otherSide(
            BufferedImage view, Rectangle2D box, Canvas canvas, RandomGenerator random) {
        var turned = new AffineTransform();
        double shift = 0.032 * canvas.height;
        double zoom = 1.02 + 0.25 * random.nextDouble();
        double wide = (double) canvas.width / view.getWidth();
        double tall = (double) canvas.height / view.getHeight();
        turned.translate(shift * random.nextGaussian(), shift * random.nextGaussian());
        turned.rotate(0.1 * random.nextGaussian(), box.getCenterX(), box.getCenterY());
        turned.translate(box.getCenterX(), box.getCenterY());
        turned.scale(zoom * wide, zoom * tall);
        turned.translate(-box.getCenterX() / wide, -box.getCenterY() / tall);
        return turned;
    }

    private static GradientPaint shade(Rectangle2D box, Scene scene, RandomGenerator random) {
        int[] hues = scene.palette().hues();
        int wash = hues[random.nextInt(hues.length)];
        boolean tinted = random.nextInt(5) < 3;
        Color from = transparent(tinted ? wash : scene.palette().light(), tinted ? 165 : 90);
        Color to = transparent(scene.palette().dark(), tinted ? 60 : 90);
        double angle = random.nextDouble() * Math.PI;
        float x = (float) box.getCenterX();
        float y = (float) box.getCenterY();
        float dx = (float) (Math.cos(angle) * box.getWidth() / 2);
        float dy = (float) (Math.sin(angle) * box.getHeight() / 2);
        return new GradientPaint(x - dx, y - dy, from, x + dx, y + dy, to);
    }

    /// The studio's old companion, taken apart: two waists, a sound hole, strings and a neck.
    private static void guitar(Canvas canvas, Scene scene, RandomGenerator random) {
        Graphics2D pen = canvas.pen();
        double size = canvas.height * 0.2;
        pen.translate(
                (scene.aspect() - scene.composition().focus() * scene.aspect()) * canvas.height, canvas.height * 0.68);
        pen.rotate(-0.5 + 0.25 * random.nextGaussian());
        pen.scale(size, size);
        var body = new Path2D.Double();
        body.moveTo(-0.2, -0.75);
        body.curveTo(-0.95, -0.8, -0.75, -0.1, -0.5, 0);
        body.curveTo(-1.15, 0.25, -0.95, 1.1, 0, 1.05);
        pen.setColor(transparent(0xC9904A, 120));
        pen.fill(body);
        var other = new Path2D.Double();
        other.moveTo(0.22, -0.62);
        other.curveTo(0.8, -0.6, 0.66, 0.02, 0.42, 0.12);
        other.curveTo(0.95, 0.4, 0.7, 1.15, -0.05, 1.05);
        pen.setColor(transparent(scene.palette().light(), 95));
        pen.fill(other);
        pen.setColor(transparent(scene.palette().dark(), 235));
        pen.fill(new Ellipse2D.Double(-0.2, -0.05, 0.38, 0.38));
        pen.setStroke(new BasicStroke(0.045f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(body);
        pen.draw(other);
        pen.draw(new Rectangle2D.Double(-0.13, -1.75, 0.24, 1.35));
        pen.setStroke(new BasicStroke(0.016f));
        for (int i = 0; i < 5; i++) pen.draw(new Line2D.Double(-0.1 + i * 0.045, -1.75, -0.1 + i * 0.045, 0.75));
        pen.dispose();
    }

    private static void contours(Canvas canvas, Iterable<Path2D> facets, int dark, RandomGenerator random) {
        Graphics2D pen = canvas.pen();
        pen.setColor(transparent(dark, 225));
        for (Path2D facet : facets) {
            float width = (float) ((1.4 + 4 * random.nextDouble() * random.nextDouble()) * canvas.unit());
            pen.setStroke(new BasicStroke(Math.max(0.8f, width), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            pen.draw(facet);
        }
        pen.dispose();
    }

    private static Color transparent(int rgb, int alpha) {
        return new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, alpha);
    }
}
