package dev.mediagen.image.sandbox.paint;

import dev.mediagen.image.sandbox.scene.Scene;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/// Circles, wedges and ruled lines held in balance over softly stained colour.
final class KandinskyPainter implements Painter {
    @Override
    public void paint(Canvas canvas, Reference reference, Scene scene, double detail) {
        var random = Painter.chance(scene);
        var noise = new Noise(random.nextLong());
        Reference stain = reference.blurred(0.035).map(rgb -> Colour.mix(Colour.saturate(rgb, 1.3), 0xF6EBD2, 0.42));
        Painter.ground(canvas, stain);
        Flow flow = Flow.of(stain, scene.aspect(), scene.lights(), noise, 1.2, 0.3);
        var strokes = new Strokes(canvas, stain, flow, random);
        strokes.lay(new Strokes.Layer(new Brush.Tip(15, 0.5f, 0.4f, 0.4f, 0.6f), 17, 60, 1.4, 0));
        Graphics2D pen = canvas.pen();
        pen.scale(canvas.height, canvas.height);
        int[] hues = scene.palette().hues();
        double x = scene.composition().focus() * scene.aspect();
        rings(pen, x, scene.composition().horizon() - 0.16, 0.2, hues, random);
        for (int i = 0; i < 17 * detail; i++)
            element(pen, i, scene.aspect(), hues, scene.palette().dark(), random);
        ruled(pen, scene.aspect(), x, scene.palette().dark(), random);
        pen.dispose();
        new Finish(0.45, 0.75, 0.3, 1.06).apply(canvas, noise);
    }

    private static void rings(Graphics2D pen, double x, double y, double radius, int[] hues, RandomGenerator random) {
        int first = random.nextInt(hues.length);
        fill(pen, circle(x, y, radius * 1.35), hues[first], 60);
        for (int i = 0; i < 5; i++)
            fill(pen, circle(x, y, radius * (1 - i * 0.2)), hues[(first + i) % hues.length], 225);
        pen.setColor(new Color(0x15151F));
        pen.setStroke(new BasicStroke(0.008f));
        pen.draw(circle(x, y, radius));
    }

    private static void element(
            Graphics2D pen, int index, double aspect, int[] hues, int dark, RandomGenerator random) {
        double x = random.nextDouble() * aspect;
        double y = random.nextDouble();
        double size = 0.05 + 0.15 * random.nextDouble();
        int hue = hues[random.nextInt(hues.length)];
        switch (index % 5) {
            case 0 -> rings(pen, x, y, size * 0.6, hues, random);
            case 1 -> fill(pen, wedge(x, y, size * 2.4, random), hue, 190);
            case 2 -> board(pen, x, y, size, hues, random);
            case 3 -> {
                fill(pen, arc(x, y, size, random.nextInt(360), 180, Arc2D.CHORD), hue, 205);
                line(pen, arc(x, y, size * 1.3, random.nextInt(360), 150, Arc2D.OPEN), dark, 0.009);
            }
            default -> line(pen, wave(x, y, size), dark, 0.007);
        }
    }

    private static Shape arc(double x, double y, double radius, int from, int extent, int closure) {
        return new Arc2D.Double(x - radius, y - radius, 2 * radius, 2 * radius, from, extent, closure);
    }

    private static Shape wave(double x, double y, double size) {
        var wave = new Path2D.Double();
        wave.moveTo(x, y);
        for (int i = 0; i < 5; i++) {
            double crest = y + (i % 2 == 0 ? -size : size) * 0.7;
            wave.quadTo(x + (i + 0.5) * size * 0.6, crest, x + (i + 1) * size * 0.6, y);
        }
        return wave;
    }

    private static void board(Graphics2D pen, double x, double y, double size, int[] hues, RandomGenerator random) {
        var before = pen.getTransform();
        pen.rotate(random.nextGaussian() * 0.5, x, y);
        for (int i = 0; i < 16; i++) {
            var cell = new Rectangle2D.Double(x + i % 4 * size * 0.32, y + i / 4 * size * 0.32, size * 0.3, size * 0.3);
            fill(pen, cell, (i + i / 4) % 2 == 0 ? 0x15151F : hues[random.nextInt(hues.length)], 225);
        }
        pen.setTransform(before);
    }

    private static void ruled(Graphics2D pen, double aspect, double x, int dark, RandomGenerator random) {
        for (int i = 0; i < 19; i++) {
            double angle = random.nextInt(6) * Math.PI / 6 + 0.12 * random.nextGaussian();
            double cx = x + random.nextGaussian() * 0.3 * aspect;
            double cy = 0.5 + random.nextGaussian() * 0.22;
            double half = 0.12 + 0.45 * random.nextDouble();
            var line = new Line2D.Double(
                    cx - Math.cos(angle) * half,
                    cy - Math.sin(angle) * half,
                    cx + Math.cos(angle) * half,
                    cy + Math.sin(angle) * half);
            line(pen, line, dark, 0.003 + 0.009 * random.nextDouble() * random.nextDouble());
        }
    }

    private static Shape wedge(double x, double y, double size, RandomGenerator random) {
        double angle = random.nextDouble() * 2 * Math.PI;
        var wedge = new Path2D.Double();
        wedge.moveTo(x, y);
        wedge.lineTo(x + Math.cos(angle) * size, y + Math.sin(angle) * size);
        wedge.lineTo(x + Math.cos(angle + 0.42) * size, y + Math.sin(angle + 0.42) * size);
        wedge.closePath();
        return wedge;
    }

    private static Shape circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static void fill(Graphics2D pen, Shape shape, int rgb, int alpha) {
        pen.setColor(new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, alpha));
        pen.fill(shape);
    }

    private static void line(Graphics2D pen, Shape shape, int rgb, double width) {
        pen.setColor(new Color(rgb));
        pen.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(shape);
    }
}
