package dev.mediagen.image.sandbox.scene;

import dev.mediagen.image.sandbox.paint.Colour;
import dev.mediagen.image.sandbox.paint.Noise;
import java.awt.geom.Path2D;

/// The ground of a scene: peaks, hills, fields, dunes and water.
final class Land {
    private Land() {}

    static void behind(Sketch sketch) {
        int far = Colour.mix(sketch.palette().far(), sketch.palette().skyLow(), 0.45);
        if (sketch.has(Motif.MOUNTAIN) || sketch.has(Motif.SNOW)) {
            peaks(sketch, far, 0.16, 5);
            peaks(sketch, sketch.palette().far(), 0.3, 3);
        } else if (!sketch.has(Motif.DESERT)) {
            ridge(sketch, far, sketch.horizon() - 0.05, 0.07, 2.2);
            ridge(sketch, sketch.palette().far(), sketch.horizon() - 0.02, 0.04, 3.4);
        }
    }

    static void ground(Sketch sketch) {
        if (sketch.has(Motif.SEA) || sketch.has(Motif.SHIP)) water(sketch);
        else if (sketch.has(Motif.DESERT)) dunes(sketch);
        else fields(sketch);
    }

    /// Mountains with a lit and a shaded side.
    private static void peaks(Sketch sketch, int rgb, double height, int count) {
        double base = sketch.horizon() + 0.02;
        double spread = sketch.aspect() / count;
        boolean snow = sketch.has(Motif.SNOW) || height > 0.2;
        for (int i = -1; i <= count; i++) {
            double x = (i + sketch.between(0.2, 0.8)) * spread;
            double tall = height * sketch.between(0.6, 1.15);
            double half = spread * sketch.between(0.6, 0.95);
            double top = base - tall;
            double ridge = x + half * 0.12;
            int lit = Colour.mix(rgb, sketch.palette().light(), 0.35);
            int shaded = Colour.mix(rgb, sketch.palette().dark(), 0.3);
            sketch.blend(Sketch.polygon(x - half, base, x, top, ridge, base), x, top, lit, x - half * 0.4, base, rgb);
            sketch.blend(Sketch.polygon(x, top, x + half, base, ridge, base), x, top, shaded, x + half, base, rgb);
            if (snow) cap(sketch, x, top, half / tall, tall * 0.36);
        }
    }

    private static void cap(Sketch sketch, double x, double top, double slope, double depth) {
        double w = slope * depth;
        sketch.fill(
                Sketch.polygon(
                        x,
                        top,
                        x - w,
                        top + depth,
                        x - w * 0.45,
                        top + depth * 0.7,
                        x - w * 0.1,
                        top + depth * 1.15,
                        x + w * 0.12,
                        top + depth * 0.8),
                sketch.palette().light());
        sketch.fill(
                Sketch.polygon(
                        x, top, x + w * 0.12, top + depth * 0.8, x + w * 0.5, top + depth * 0.65, x + w, top + depth),
                Colour.mix(sketch.palette().light(), sketch.palette().far(), 0.45));
    }

    private static void ridge(Sketch sketch, int rgb, double base, double height, double waves) {
        var noise = new Noise(sketch.random().nextLong());
        Path2D ridge = Sketch.path(0, 1);
        for (double x = 0; x <= sketch.aspect() + 0.02; x += 0.02)
            ridge.lineTo(x, base - height * noise.fractal(x * waves, 0.5, 3));
        ridge.lineTo(sketch.aspect() + 0.02, 1);
        ridge.closePath();
        sketch.blend(ridge, 0, base - height, Colour.mix(rgb, sketch.palette().light(), 0.15), 0, base + 0.15, rgb);
    }

    /// Rolling fields whose furrows run to one point.
    private static void fields(Sketch sketch) {
        Palette colours = sketch.palette();
        boolean snow = sketch.has(Motif.SNOW);
        double depth = 1 - sketch.horizon();
        for (int i = 0; i < 5; i++) {
            double base = sketch.horizon() + depth * i * i / 22.0 + 0.035;
            int tint = Colour.mix(i % 2 == 0 ? colours.mid() : colours.foliage(), colours.near(), i / 4.5);
            if (snow) tint = Colour.mix(colours.light(), colours.skyHigh(), 0.12 + 0.09 * i);
            ridge(sketch, tint, base, 0.05 + 0.014 * i, 2.4 - 0.3 * i);
        }
        double lift = sketch.composition().night() ? 0.12 : 0.28;
        double vanish = sketch.aspect() - sketch.focus();
        for (int i = -9; i <= 9; i++) {
            int tint = i % 2 == 0
                    ? Colour.mix(colours.near(), colours.glow(), lift)
                    : Colour.mix(colours.near(), colours.dark(), 0.25);
            double foot = vanish + i * sketch.aspect() * 0.16;
            sketch.line(
                    Sketch.path(vanish + i * 0.035, sketch.horizon() + depth * 0.45, foot, 1.02),
                    0.012,
                    snow ? Colour.mix(tint, colours.light(), 0.6) : tint);
        }
    }

    private static void dunes(Sketch sketch) {
        Palette colours = sketch.palette();
        for (int i = 0; i < 5; i++) {
            int tint = Colour.mix(Colour.mix(colours.stone(), colours.skyLow(), 0.35), colours.near(), i / 5.0);
            ridge(sketch, tint, sketch.horizon() + 0.04 + i * 0.1, 0.06 + 0.03 * i, 1.5);
        }
    }

    private static void water(Sketch sketch) {
        Palette colours = sketch.palette();
        double horizon = sketch.horizon();
        var sea = Sketch.box(0, horizon, sketch.aspect(), 1 - horizon);
        sketch.blend(
                sea,
                0,
                horizon,
                Colour.mix(colours.water(), colours.skyLow(), 0.5),
                0,
                1,
                Colour.mix(colours.water(), colours.dark(), 0.35));
    }

    /// Waves and the path of light on the water; drawn over the reflections.
    static void ripples(Sketch sketch, Light light) {
        Palette colours = sketch.palette();
        double depth = 1 - sketch.horizon();
        for (int i = 0; i < 230; i++) {
            double near = sketch.random().nextDouble();
            double y = sketch.horizon() + 0.008 + depth * near * near;
            double long_ = 0.02 + 0.1 * near * near;
            double x = sketch.between(0, sketch.aspect());
            int tint = i % 3 == 0
                    ? Colour.mix(colours.water(), colours.dark(), 0.35)
                    : Colour.mix(colours.water(), colours.skyLow(), 0.55);
            sketch.glaze(Sketch.oval(x, y, long_, 0.0025 + 0.006 * near), tint, 0.6);
        }
        for (int i = 0; i < 46; i++) {
            double near = i / 46.0;
            double x = light.x() + sketch.between(-1, 1) * (0.02 + 0.09 * near);
            sketch.glaze(
                    Sketch.oval(
                            x, sketch.horizon() + 0.01 + depth * near * 0.9, 0.02 + 0.03 * near, 0.003 + 0.005 * near),
                    colours.glow(),
                    0.75);
        }
    }
}
