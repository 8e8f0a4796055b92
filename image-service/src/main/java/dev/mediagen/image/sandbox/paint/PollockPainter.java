package dev.mediagen.image.sandbox.paint;

import dev.mediagen.image.sandbox.scene.Scene;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.random.RandomGenerator;

/// Layers of flung and dripped enamel. Each paint falls more often where the reference has its tone, so that the
/// scene stays there as a ghost.
final class PollockPainter implements Painter {
    @Override
    public void paint(Canvas canvas, Reference reference, Scene scene, double detail) {
        var random = Painter.chance(scene);
        var noise = new Noise(random.nextLong());
        Painter.ground(canvas, reference.blurred(0.05).map(rgb -> Colour.mix(rgb, 0xE6DCC6, 0.5)));
        int[] paints = paints(scene, reference, random);
        for (int layer = 0; layer < paints.length; layer++) {
            int threads = (int) ((52 - 2 * layer) * detail);
            for (int i = 0; i < threads; i++) thread(canvas, reference, paints[layer], 1.05 - layer * 0.07, random);
            splash(canvas, reference, paints[layer], (int) (420 * detail), random);
        }
        new Finish(1, 0.6, 0.25, 1.08).apply(canvas, noise);
    }

    private static int[] paints(Scene scene, Reference reference, RandomGenerator random) {
        var palette = scene.palette();
        int seen = Colour.saturate(reference.at(random.nextDouble(), random.nextDouble() * 0.5), 1.7);
        int also = Colour.saturate(reference.at(random.nextDouble(), 0.6 + random.nextDouble() * 0.4), 1.7);
        return new int[] {
            palette.dark(),
            0xB9B6AE,
            seen,
            palette.light(),
            palette.dark(),
            palette.accent(),
            also,
            palette.second(),
            palette.water(),
            palette.dark(),
            palette.light()
        };
    }

    private static void thread(Canvas canvas, Reference reference, int paint, double width, RandomGenerator random) {
        double[] start = place(canvas, reference, paint, random);
        var fling = new Fling(canvas, paint, random, start[0], start[1]);
        int runs = 5 + random.nextInt(15);
        double load = 0.2 + 0.6 * random.nextDouble() * random.nextDouble();
        double thick = width * (1 + 7 * load);
        for (int run = 0; run < runs; run++) {
            double speed = 4 + 10 * random.nextDouble();
            double wanted = width * (1 + 84 / (speed + 4) * load * (0.5 + random.nextDouble()));
            thick = 0.8 * thick + 0.2 * wanted;
            fling.run(speed, thick);
            if (thick > 3.4 && random.nextInt(3) == 0) fling.pool(thick * (1 + 1.2 * random.nextDouble()));
        }
    }

    private static void splash(Canvas canvas, Reference reference, int paint, int drops, RandomGenerator random) {
        Graphics2D pen = canvas.pen();
        pen.setColor(new Color(paint));
        double[] center = place(canvas, reference, paint, random);
        for (int i = 0; i < drops; i++) {
            if (i % 24 == 0) center = place(canvas, reference, paint, random);
            double size = canvas.unit() * 1.1 / Math.pow(random.nextDouble() + 0.009, 0.62);
            double spread = 46 * canvas.unit();
            double x = center[0] + random.nextGaussian() * spread;
            double y = center[1] + random.nextGaussian() * spread;
            pen.fill(new Ellipse2D.Double(x, y, size, size * (0.75 + 0.5 * random.nextDouble())));
        }
        pen.dispose();
    }

    /// The best of a few places: where the reference's tone is the paint's.
    private static double[] place(Canvas canvas, Reference reference, int paint, RandomGenerator random) {
        double[] best = null;
        float least = 9;
        for (int i = 0; i < 4; i++) {
            double u = random.nextDouble() * 1.1 - 0.05;
            double v = random.nextDouble() * 1.1 - 0.05;
            float off = Math.abs(reference.luminance(u, v) - Colour.luminance(paint));
            if (off < least) {
                least = off;
                best = new double[] {u * canvas.width, v * canvas.height};
            }
        }
        return best;
    }
}
