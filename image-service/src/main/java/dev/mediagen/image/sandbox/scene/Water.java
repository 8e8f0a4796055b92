package dev.mediagen.image.sandbox.scene;

import dev.mediagen.image.sandbox.paint.Colour;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/// What belongs on water in the styles that are known for it.
final class Water {
    private Water() {}

    /// Islands of round leaves with a blossom here and there.
    static void lilies(Sketch sketch) {
        Palette colours = sketch.palette();
        double depth = 1 - sketch.horizon();
        for (int island = 0; island < 11; island++) {
            double near = (island + sketch.random().nextDouble()) / 11;
            double y = sketch.horizon() + depth * (0.2 + 0.78 * near);
            double x = sketch.between(0, sketch.aspect());
            for (int leaf = 0; leaf < 10; leaf++) {
                double size = (0.018 + 0.035 * near) * sketch.between(0.7, 1.2);
                double lx = x + sketch.between(-3.4, 3.4) * size;
                double ly = y + sketch.between(-0.75, 0.75) * size;
                int green = Colour.mix(
                        colours.foliage(), leaf % 3 == 0 ? colours.glow() : colours.water(), sketch.between(0.1, 0.45));
                sketch.fill(
                        Sketch.oval(lx, ly + size * 0.12, size, size * 0.34), Colour.mix(green, colours.dark(), 0.5));
                sketch.fill(Sketch.oval(lx, ly, size, size * 0.32), green);
                if (leaf % 4 == 1)
                    blossom(
                            sketch,
                            lx,
                            ly - size * 0.2,
                            size * 0.55,
                            island % 2 == 0 ? colours.accent() : colours.light());
            }
        }
    }

    private static void blossom(Sketch sketch, double x, double y, double size, int petal) {
        for (int i = -2; i <= 2; i++) {
            sketch.fill(
                    Sketch.oval(x + i * size * 0.34, y - (2 - Math.abs(i)) * size * 0.16, size * 0.3, size * 0.46),
                    Colour.mix(petal, sketch.palette().light(), 0.2 + 0.16 * Math.abs(i)));
        }
        sketch.fill(Sketch.circle(x, y, size * 0.2), sketch.palette().glow());
    }

    /// A breaker with claws of foam, curling towards the focus, before a small far mountain.
    static void greatWave(Sketch sketch) {
        Palette colours = sketch.palette();
        boolean mirrored = sketch.focus() > sketch.aspect() / 2;
        AffineTransform before = sketch.pen().getTransform();
        if (mirrored) sketch.pen().transform(new AffineTransform(-1, 0, 0, 1, sketch.aspect(), 0));
        double w = Math.min(1, sketch.aspect());
        Path2D body = Sketch.path(-0.1, 1.1, -0.1, 0.5);
        body.curveTo(0.02 * w, 0.22, 0.25 * w, 0.12, 0.47 * w, 0.25);
        body.curveTo(0.55 * w, 0.3, 0.57 * w, 0.37, 0.54 * w, 0.42);
        body.curveTo(0.5 * w, 0.34, 0.42 * w, 0.33, 0.37 * w, 0.42);
        body.curveTo(0.31 * w, 0.55, 0.42 * w, 0.76, 0.72 * w, 0.84);
        body.curveTo(0.86 * w, 0.87, 1.0 * w, 0.82, sketch.aspect() + 0.1, 0.9);
        body.lineTo(sketch.aspect() + 0.1, 1.1);
        sketch.blend(
                body,
                0,
                0.2,
                Colour.mix(colours.water(), colours.skyLow(), 0.1),
                0.3,
                0.95,
                Colour.mix(colours.water(), colours.dark(), 0.55));
        for (int i = 1; i < 9; i++) stripe(sketch, w, i / 9.0);
        foam(sketch, w);
        sketch.pen().setTransform(before);
    }

    /// A lighter stripe that follows the inner curve of the wave.
    private static void stripe(Sketch sketch, double w, double t) {
        Path2D stripe = Sketch.path((0.47 - 0.33 * t) * w, 0.235 + 0.05 * t);
        stripe.curveTo(
                (0.3 - 0.32 * t) * w, 0.3 + 0.06 * t, (0.24 - 0.3 * t) * w, 0.7, (0.62 - 0.5 * t) * w, 0.87 + 0.12 * t);
        sketch.line(
                stripe,
                0.011,
                Colour.mix(sketch.palette().skyLow(), sketch.palette().water(), t * 0.6));
    }

    private static void foam(Sketch sketch, double w) {
        int white = sketch.palette().light();
        int edge = Colour.mix(white, sketch.palette().water(), 0.45);
        for (int i = 0; i <= 34; i++) {
            double t = i / 34.0;
            double x = (-0.06 + 0.62 * t) * w;
            double y = 0.43
                    - 0.29 * Math.sin(Math.PI * Math.min(1, 0.08 + 0.66 * t))
                    + 0.22 * Math.pow(Math.max(0, t - 0.72), 1.4)
                    + 0.02;
            double size = 0.018 + 0.014 * t;
            sketch.fill(Sketch.circle(x, y + 0.008, size * 1.12), edge);
            sketch.fill(Sketch.circle(x, y, size), white);
            if (t > 0.45) claw(sketch, x, y, size, white);
        }
        for (int i = 0; i < 60; i++) {
            sketch.fill(
                    Sketch.circle(
                            (0.3 + 0.36 * sketch.random().nextDouble()) * w,
                            sketch.between(0.1, 0.5),
                            sketch.between(0.002, 0.006)),
                    white);
        }
        for (int i = 0; i < 26; i++)
            sketch.fill(
                    Sketch.circle(
                            sketch.between(0.5, 1) * sketch.aspect(),
                            sketch.between(0.85, 0.9),
                            sketch.between(0.005, 0.016)),
                    white);
    }

    private static void claw(Sketch sketch, double x, double y, double size, int white) {
        for (int i = 0; i < 3; i++) {
            Path2D finger = Sketch.path(x, y);
            double reach = size * sketch.between(1.6, 2.9);
            double side = sketch.between(-0.2, 0.9);
            finger.quadTo(
                    x + reach * (0.6 + side * 0.4),
                    y + reach * 0.15,
                    x + reach * (0.45 + side * 0.3),
                    y + reach * 0.95);
            sketch.line(finger, size * 0.3, white);
        }
    }
}
