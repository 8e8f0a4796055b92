package dev.mediagen.image.sandbox.scene;

import dev.mediagen.image.sandbox.paint.Colour;
import java.awt.geom.Path2D;

/// What people have built: towers, houses, and what markets look like.
final class Built {
    private Built() {}

    static void city(Sketch sketch) {
        Palette colours = sketch.palette();
        double base = sketch.horizon() + 0.03;
        for (int row = 0; row < 2; row++) {
            double x = -0.02;
            while (x < sketch.aspect()) {
                double wide = sketch.between(0.035, 0.085);
                double central = 1 - Math.min(1, Math.abs(x - sketch.focus()) / (0.6 * sketch.aspect()));
                double tall = sketch.between(0.05, 0.16) + central * sketch.between(0.05, 0.24);
                int wall = Colour.mix(
                        Colour.mix(colours.stone(), colours.far(), row == 0 ? 0.75 : 0.3),
                        colours.dark(),
                        row * sketch.between(0.05, 0.35));
                tower(sketch, x, base + row * 0.03, wide, tall * (row == 0 ? 1.15 : 0.8), wall);
                x += wide * sketch.between(0.9, 1.4);
            }
        }
    }

    private static void tower(Sketch sketch, double x, double base, double wide, double tall, int wall) {
        Palette colours = sketch.palette();
        sketch.blend(
                Sketch.box(x, base - tall, wide, tall),
                x,
                0,
                Colour.mix(wall, colours.light(), 0.25),
                x + wide,
                0,
                Colour.mix(wall, colours.dark(), 0.35));
        if (sketch.random().nextInt(4) == 0)
            sketch.fill(
                    Sketch.polygon(x, base - tall, x + wide / 2, base - tall - wide, x + wide, base - tall),
                    Colour.mix(wall, colours.accent(), 0.4));
        for (double wy = base - tall + 0.014; wy < base - 0.02; wy += 0.022) {
            for (double wx = x + 0.008; wx < x + wide - 0.01; wx += 0.016) {
                if (sketch.random().nextInt(3) > 0)
                    sketch.glaze(
                            Sketch.box(wx, wy, 0.008, 0.011),
                            sketch.composition().night() ? colours.glow() : Colour.mix(wall, colours.dark(), 0.5),
                            0.9);
            }
        }
    }

    static void village(Sketch sketch) {
        Palette colours = sketch.palette();
        double base = sketch.horizon() + 0.1;
        double church = sketch.focus();
        double tall = 0.27;
        sketch.blend(
                Sketch.box(church, base - tall * 0.6, 0.055, tall * 0.6),
                church,
                0,
                colours.stone(),
                church + 0.055,
                0,
                Colour.mix(colours.stone(), colours.dark(), 0.45));
        sketch.fill(
                Sketch.polygon(
                        church - 0.005,
                        base - tall * 0.6,
                        church + 0.0275,
                        base - tall * 1.45,
                        church + 0.06,
                        base - tall * 0.6),
                Colour.mix(colours.skyHigh(), colours.dark(), 0.5));
        for (int i = 0; i < 11; i++) {
            double x = church + (i - 5) * 0.125 + sketch.between(-0.03, 0.03);
            house(sketch, x, base + sketch.between(-0.02, 0.06), sketch.between(0.085, 0.13));
        }
    }

    private static void house(Sketch sketch, double x, double base, double wide) {
        Palette colours = sketch.palette();
        double tall = wide * 0.6;
        int wall = Colour.mix(colours.stone(), colours.light(), sketch.between(0, 0.6));
        int roof = Colour.mix(
                sketch.random().nextBoolean() ? colours.accent() : colours.second(),
                colours.dark(),
                sketch.between(0.15, 0.5));
        sketch.blend(
                Sketch.box(x, base - tall, wide, tall), x, 0, wall, x + wide, 0, Colour.mix(wall, colours.dark(), 0.4));
        sketch.fill(
                Sketch.polygon(
                        x - 0.008,
                        base - tall,
                        x + wide * 0.25,
                        base - tall * 1.75,
                        x + wide * 0.8,
                        base - tall * 1.75,
                        x + wide + 0.008,
                        base - tall),
                roof);
        int window = sketch.composition().night() ? colours.glow() : Colour.mix(wall, colours.dark(), 0.7);
        sketch.fill(Sketch.box(x + wide * 0.18, base - tall * 0.7, wide * 0.16, tall * 0.32), window);
        sketch.fill(Sketch.box(x + wide * 0.62, base - tall * 0.7, wide * 0.16, tall * 0.32), window);
    }

    /// Columns that rise along a line, as prices would.
    static void columns(Sketch sketch) {
        double base = sketch.horizon() + 0.16;
        double left = Math.max(0.06, sketch.focus() - 0.42);
        Path2D curve = Sketch.path(left, base - 0.12);
        for (int i = 0; i < 8; i++) {
            double x = left + i * 0.095;
            double top = base - 0.06 - 0.042 * i - sketch.between(-0.035, 0.035);
            column(
                    sketch,
                    x,
                    top,
                    base,
                    Colour.mix(sketch.palette().second(), sketch.palette().accent(), i / 8.0));
            curve.lineTo(x + 0.03, top - 0.07 + sketch.between(-0.03, 0.02));
        }
        sketch.line(curve, 0.013, sketch.palette().dark());
        sketch.line(curve, 0.007, sketch.palette().light());
    }

    private static void column(Sketch sketch, double x, double top, double base, int face) {
        double right = x + 0.05;
        double far = x + 0.068;
        double back = top - 0.014;
        sketch.down(Sketch.box(x, top, 0.05, base - top), sketch.lit(face, 0.3), sketch.shaded(face, 0.35));
        sketch.fill(Sketch.polygon(right, top, far, back, far, base - 0.014, right, base), sketch.shaded(face, 0.55));
        sketch.fill(Sketch.polygon(x, top, x + 0.018, back, far, back, right, top), sketch.lit(face, 0.55));
    }
}
