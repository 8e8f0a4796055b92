package dev.mediagen.image.sandbox.paint;

import dev.mediagen.image.sandbox.scene.Light;
import dev.mediagen.image.sandbox.scene.Scene;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/// Sfumato in sepia over hatching, on parchment that still shows how the picture was constructed.
final class DaVinciPainter implements Painter {
    private static final double STEP = 0.0016;

    @Override
    public void paint(Canvas canvas, Reference reference, Scene scene, double detail) {
        var random = Painter.chance(scene);
        var noise = new Noise(random.nextLong());
        int[] tones = {
            scene.palette().dark(),
            0x5B3F22,
            0x9A7748,
            0xCDB07C,
            0xE9D7AE,
            scene.palette().light()
        };
        Reference sepia =
                reference.map(rgb -> Colour.mix(Colour.ramp(0.12 + Colour.luminance(rgb) * 0.9, tones), rgb, 0.16));
        Flow flow = Flow.of(sepia, scene.aspect(), scene.lights(), noise, 0.5, 0.2);
        sfumato(canvas, sepia, sepia.blurred(0.03), noise);
        var strokes = new Strokes(canvas, sepia, flow, random);
        double tight = 1 / Math.sqrt(detail);
        strokes.lay(new Strokes.Layer(new Brush.Tip(5, 0.2f, 0.3f, 0.1f, 0.6f), 9 * tight, 40, 0.5, 0));
        hatch(canvas, sepia, random, 5.2 * tight);
        construction(canvas, scene);
        notes(canvas, scene, random);
        new Finish(0.35, 0.75, 0.75, 1.08).apply(canvas, noise);
    }

    /// Sharp where the shapes are, smoke between them, stains of age over all.
    private static void sfumato(Canvas canvas, Reference sharp, Reference smoke, Noise noise) {
        for (int y = 0; y < canvas.height; y++) {
            for (int x = 0; x < canvas.width; x++) {
                double u = (x + 0.5) / canvas.width;
                double v = (y + 0.5) / canvas.height;
                double stain = noise.fractal(u * 5, v * 5, 4);
                int rgb = Colour.mix(sharp.at(u, v), smoke.at(u, v), 0.3);
                double edge = Math.abs(sharp.luminance(u - STEP, v) - sharp.luminance(u + STEP, v))
                        + Math.abs(sharp.luminance(u, v - STEP) - sharp.luminance(u, v + STEP));
                int inked = Colour.mix(rgb, 0x3A2412, Math.clamp(edge * 3 - 0.12, 0, 0.75));
                canvas.rgb[y * canvas.width + x] = Colour.scale(inked, 0.8 + 0.42 * stain);
            }
        }
    }

    /// Parallel pen strokes, closer and stronger where it is dark; crossed in the deepest shadows.
    private static void hatch(Canvas canvas, Reference tone, RandomGenerator random, double spacing) {
        Graphics2D pen = canvas.pen();
        double unit = canvas.unit();
        double step = Math.max(2.5, spacing * unit);
        for (double y = 0; y < canvas.height; y += step * 1.5) {
            for (double x = 0; x < canvas.width; x += step * 2.2) {
                double px = x + random.nextDouble() * step;
                double py = y + random.nextDouble() * step;
                float dark = 1 - tone.luminance(px / canvas.width, py / canvas.height);
                if (random.nextDouble() > dark * 1.5 - 0.2) continue;
                double length = (5 + 11 * dark) * unit;
                boolean crossed = dark > 0.62 && random.nextBoolean();
                pen.setStroke(new BasicStroke((float) Math.max(0.5, unit * (0.5 + dark))));
                pen.setColor(new Color(62, 38, 18, (int) (45 + 110 * dark)));
                pen.draw(new Line2D.Double(
                        px - length,
                        py + (crossed ? -length : length) * 0.8,
                        px + length,
                        py - (crossed ? -length : length) * 0.8));
            }
        }
        pen.dispose();
    }

    /// Columns of what might be mirror writing, in the corners the composition leaves free.
    private static void notes(Canvas canvas, Scene scene, RandomGenerator random) {
        Graphics2D pen = canvas.pen();
        pen.setStroke(new BasicStroke((float) Math.max(0.6, 1.3 * canvas.unit())));
        pen.setColor(new Color(66, 36, 18, 165));
        boolean right = scene.composition().focus() < 0.5;
        for (int line = 0; line < 15; line++) {
            boolean lower = line > 5;
            double y = (lower ? 0.75 + (line - 6) * 0.022 : 0.05 + line * 0.022) * canvas.height;
            double x = (lower == right ? 0.73 : 0.045) * canvas.width;
            double end = x + (0.16 + 0.065 * random.nextDouble()) * canvas.width;
            var script = new Path2D.Double();
            script.moveTo(x, y);
            while (x < end) {
                double stride = (4 + 6 * random.nextDouble()) * canvas.unit();
                double rise = (random.nextInt(5) == 0 ? 12 : 5) * canvas.unit() * (random.nextDouble() - 0.35);
                if (random.nextInt(6) == 0) script.moveTo(x += stride * 1.4, y);
                else script.curveTo(x, y - rise, x + stride, y - rise, x += stride * 0.8, y);
            }
            pen.draw(script);
        }
        pen.dispose();
    }

    private static void construction(Canvas canvas, Scene scene) {
        Graphics2D pen = canvas.pen();
        double h = canvas.height;
        double w = canvas.width;
        double x = scene.composition().focus() * w;
        double y = scene.composition().horizon() * h;
        pen.setStroke(new BasicStroke((float) Math.max(0.6, 1.1 * canvas.unit())));
        pen.setColor(new Color(92, 48, 24, 105));
        for (double r : new double[] {0.146, 0.236, 0.382})
            pen.draw(new Ellipse2D.Double(x - r * h, y - r * h, 2 * r * h, 2 * r * h));
        double half = 0.382 * h;
        pen.draw(new Rectangle2D.Double(x - half, y - half, 2 * half, 2 * half));
        pen.draw(new Line2D.Double(0, y, w, y));
        pen.draw(new Line2D.Double(x, 0, x, h));
        Light light = scene.lights().getFirst();
        for (int i = -4; i <= 4; i++) pen.draw(new Line2D.Double(light.x() * h, light.y() * h, x + i * 0.16 * h, h));
        pen.draw(new Line2D.Double(x - half, y - half, x + half, y + half));
        pen.draw(new Line2D.Double(x + half, y - half, x - half, y + half));
        pen.dispose();
    }
}
