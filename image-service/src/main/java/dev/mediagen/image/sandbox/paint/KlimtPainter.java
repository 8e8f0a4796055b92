package dev.mediagen.image.sandbox.paint;

import dev.mediagen.image.sandbox.scene.Scene;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/// A mosaic of gold and small jewels, with spirals where there is air.
final class KlimtPainter implements Painter {
    private static final int[] GOLD = {0x5E4412, 0x8F6A1C, 0xB98D2B, 0xD9B348, 0xF0D47A};

    @Override
    public void paint(Canvas canvas, Reference reference, Scene scene, double detail) {
        var random = Painter.chance(scene);
        var noise = new Noise(random.nextLong());
        Reference gilded = reference.map(
                rgb -> Colour.mix(Colour.saturate(rgb, 1.25), Colour.ramp(0.25 + Colour.luminance(rgb), GOLD), 0.36));
        Flow flow = Flow.of(gilded, scene.aspect(), scene.lights(), noise, 0.7, 0.8);
        Painter.ground(canvas, gilded.map(rgb -> Colour.mix(rgb, 0x241606, 0.4)));
        Graphics2D pen = canvas.pen();
        double pitch = Math.max(5, 12.5 / Math.sqrt(detail) * canvas.unit());
        for (double y = 0; y < canvas.height + pitch; y += pitch) {
            for (double x = 0; x < canvas.width + pitch; x += pitch)
                tile(pen, canvas, x, y, pitch, gilded, flow, scene, random);
        }
        double horizon = scene.composition().horizon();
        for (int i = 0; i < 26; i++)
            spiral(
                    pen,
                    canvas,
                    random.nextDouble() * canvas.width,
                    random.nextDouble() * horizon * 0.85 * canvas.height,
                    random);
        pen.dispose();
        new Finish(0.9, 0.3, 0.45, 1.25).apply(canvas, noise);
    }

    private static void tile(
            Graphics2D pen,
            Canvas canvas,
            double x,
            double y,
            double pitch,
            Reference reference,
            Flow flow,
            Scene scene,
            RandomGenerator random) {
        double px = x + (random.nextDouble() - 0.5) * pitch * 0.4;
        double py = y + (random.nextDouble() - 0.5) * pitch * 0.4;
        int rgb = Colour.vary(reference.at(px / canvas.width, py / canvas.height), random, 0.03, 0.3, 0.2);
        double wide = pitch * (0.75 + 0.35 * random.nextDouble());
        double tall = pitch * (0.6 + 0.3 * random.nextDouble());
        var before = pen.getTransform();
        pen.translate(px, py);
        pen.rotate(flow.angle(px / canvas.width, py / canvas.height));
        pen.setColor(new Color(rgb));
        pen.fill(new Rectangle2D.Double(-wide / 2, -tall / 2, wide, tall));
        pen.setColor(new Color(Colour.mix(rgb, 0xFFF0B8, 0.4)));
        pen.fill(new Rectangle2D.Double(-wide / 2, -tall / 2, wide, tall * 0.14));
        int jewel = random.nextInt(22);
        if (jewel < 3) {
            int[] hues = scene.palette().hues();
            pen.setColor(new Color(jewel == 0 ? 0x1A120A : hues[random.nextInt(hues.length)]));
            pen.fill(new Ellipse2D.Double(-tall * 0.32, -tall * 0.32, tall * 0.64, tall * 0.64));
            pen.setColor(new Color(0xF6E3A0));
            pen.fill(new Ellipse2D.Double(-tall * 0.13, -tall * 0.13, tall * 0.26, tall * 0.26));
        }
        pen.setTransform(before);
    }

    private static void spiral(Graphics2D pen, Canvas canvas, double x, double y, RandomGenerator random) {
        double size = (16 + 38 * random.nextDouble()) * canvas.unit();
        double phase = random.nextDouble() * 2 * Math.PI;
        int hand = random.nextBoolean() ? 1 : -1;
        var curve = new Path2D.Double();
        for (double t = 0.02; t <= 1; t += 0.015) {
            double angle = phase + hand * t * 5.2 * Math.PI;
            double px = x + Math.cos(angle) * size * t;
            double py = y + Math.sin(angle) * size * t;
            if (t < 0.03) curve.moveTo(px, py);
            else curve.lineTo(px, py);
        }
        float width = (float) Math.max(1, size * 0.11);
        pen.setStroke(new BasicStroke(width * 1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.setColor(new Color(0x2A1A08));
        pen.draw(curve);
        pen.setStroke(new BasicStroke(width * 0.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.setColor(new Color(0xF2D57C));
        pen.draw(curve);
    }
}
