package dev.mediagen.image.sandbox.scene;

import dev.mediagen.image.sandbox.paint.Colour;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/// The sheet a scene is drawn on: height 1, width `aspect`, y downwards.
record Sketch(Graphics2D pen, double aspect, Composition composition, Palette palette, RandomGenerator random) {
    void fill(Shape shape, int rgb) {
        pen.setColor(new Color(rgb));
        pen.fill(shape);
    }

    void glaze(Shape shape, int rgb, double opacity) {
        pen.setColor(transparent(rgb, opacity));
        pen.fill(shape);
    }

    /// Fills from one colour at (x0, y0) to another at (x1, y1).
    void blend(Shape shape, double x0, double y0, int from, double x1, double y1, int to) {
        pen.setPaint(new GradientPaint((float) x0, (float) y0, new Color(from), (float) x1, (float) y1, new Color(to)));
        pen.fill(shape);
    }

    /// Fills from left to right, light falling from the left.
    void across(Shape shape, int from, int to) {
        var box = shape.getBounds2D();
        blend(shape, box.getMinX(), 0, from, box.getMaxX(), 0, to);
    }

    /// Fills from top to bottom.
    void down(Shape shape, int from, int to) {
        var box = shape.getBounds2D();
        blend(shape, 0, box.getMinY(), from, 0, box.getMaxY(), to);
    }

    int lit(int rgb, double share) {
        return Colour.mix(rgb, palette.light(), share);
    }

    int shaded(int rgb, double share) {
        return Colour.mix(rgb, palette.dark(), share);
    }

    void line(Shape path, double width, int rgb) {
        pen.setColor(new Color(rgb));
        pen.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(path);
    }

    /// A light that fades towards its rim.
    void glow(double x, double y, double radius, int rgb, double opacity) {
        pen.setPaint(
                new RadialGradientPaint((float) x, (float) y, (float) radius, new float[] {0, 0.35f, 1}, new Color[] {
                    transparent(rgb, opacity), transparent(rgb, opacity * 0.45), transparent(rgb, 0)
                }));
        pen.fill(circle(x, y, radius));
    }

    static Shape circle(double x, double y, double radius) {
        return oval(x, y, radius, radius);
    }

    static Shape oval(double x, double y, double rx, double ry) {
        return new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry);
    }

    static Shape box(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x, y, width, height);
    }

    /// @param points x0, y0, x1, y1, ...
    static Path2D polygon(double... points) {
        Path2D path = path(points);
        path.closePath();
        return path;
    }

    static Path2D path(double... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) path.lineTo(points[i], points[i + 1]);
        return path;
    }

    double focus() {
        return composition.focus() * aspect;
    }

    double horizon() {
        return composition.horizon();
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    boolean has(Motif motif) {
        return composition.has(motif);
    }

    private static Color transparent(int rgb, double opacity) {
        return new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, (int) (opacity * 255));
    }
}
