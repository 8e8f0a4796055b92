package dev.mediagen.image.sandbox.paint;

import dev.mediagen.image.sandbox.scene.Scene;
import java.awt.Color;

/// No master's manner: the scene poured like ink into water, with veins of gold where the currents meet.
final class AbstractionPainter implements Painter {
    @Override
    public void paint(Canvas canvas, Reference reference, Scene scene, double detail) {
        var random = Painter.chance(scene);
        var first = new Noise(random.nextLong());
        var second = new Noise(random.nextLong());
        double mood = scene.composition().mood() * 0.2;
        Reference tinted = reference.map(rgb -> Colour.saturate(turned(rgb, mood), 1.35));
        int octaves = detail < 0.8 ? 3 : 4;
        for (int y = 0; y < canvas.height; y++) {
            double v = (y + 0.5) / canvas.height;
            for (int x = 0; x < canvas.width; x++) {
                double u = (x + 0.5) / canvas.width;
                pour(canvas, y * canvas.width + x, u, v, scene, tinted, first, second, octaves);
            }
        }
        var pigment = new Reference(canvas.image);
        Flow flow = Flow.of(pigment, scene.aspect(), scene.lights(), first, 0.5, 0);
        new Strokes(canvas, pigment, flow, random)
                .lay(new Strokes.Layer(new Brush.Tip(4, 0.3f, 0.5f, 0.3f, 0.6f), 9, 46, 0.7, 0));
        new Finish(0.9, 0.3, 0.5, 1.1).apply(canvas, first);
    }

    private static void pour(
            Canvas canvas,
            int at,
            double u,
            double v,
            Scene scene,
            Reference tinted,
            Noise first,
            Noise second,
            int octaves) {
        double px = u * scene.aspect() * 1.7;
        double py = v * 1.7;
        double bend = first.fractal(px, py, 2) - 0.5;
        double drift = second.fractal(px + 1.9 * bend, py - 1.4 * bend, octaves) - 0.5;
        double slip = first.fractal(px * 1.3 + 3.1 * drift, py * 1.3 + 2.3 * bend, octaves) - 0.5;
        int rgb = tinted.at(u + 0.75 * drift + 0.2 * bend, v + 0.85 * slip);
        double band = Math.abs(Math.sin((drift * 5 + slip * 7) * Math.PI));
        double vein = Math.pow(Math.max(0, 1 - band * 5.5), 2) * Math.clamp(slip * 5 + 0.55, 0, 1);
        double light = 1 + (band - 0.55) * 0.34;
        canvas.rgb[at] =
                Colour.mix(Colour.scale(rgb, light), Colour.mix(scene.palette().glow(), 0xD9A441, 0.45), vein * 0.9);
        canvas.relief[at] = (float) (vein * 1.6 + band * 0.8);
    }

    private static int turned(int rgb, double hue) {
        float[] hsb = Color.RGBtoHSB(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, null);
        return Color.HSBtoRGB((float) (hsb[0] + hue), hsb[1], hsb[2]) & 0xFFFFFF;
    }
}
