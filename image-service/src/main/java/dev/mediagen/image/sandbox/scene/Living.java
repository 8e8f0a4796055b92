package dev.mediagen.image.sandbox.scene;

import dev.mediagen.image.sandbox.paint.Colour;
import java.awt.geom.Path2D;

/// What grows and flies.
final class Living {
    private Living() {}

    static void trees(Sketch sketch) {
        int count = sketch.has(Motif.FOREST) ? 16 : 5;
        for (int i = 0; i < count; i++) {
            double x = (i + sketch.between(0.1, 0.9)) / count * sketch.aspect();
            double near = sketch.random().nextDouble();
            boolean middle = Math.abs(x - sketch.focus()) < 0.25;
            double base = sketch.horizon() + 0.05 + 0.16 * near;
            tree(sketch, x, base, (sketch.has(Motif.FOREST) ? 0.13 : 0.09) * (0.8 + near) * (middle ? 0.7 : 1));
        }
    }

    private static void tree(Sketch sketch, double x, double base, double size) {
        Palette colours = sketch.palette();
        sketch.fill(
                Sketch.polygon(
                        x - size * 0.07,
                        base,
                        x - size * 0.03,
                        base - size,
                        x + size * 0.03,
                        base - size,
                        x + size * 0.08,
                        base),
                Colour.mix(colours.dark(), colours.near(), 0.3));
        int leaf = Colour.mix(
                colours.foliage(),
                sketch.random().nextInt(4) == 0 ? colours.second() : colours.mid(),
                sketch.between(0, 0.6));
        for (int i = 0; i < 9; i++) {
            double dx = sketch.between(-0.45, 0.45) * size;
            double dy = sketch.between(-0.45, 0.35) * size;
            int tint = dx + dy < 0
                    ? Colour.mix(leaf, colours.glow(), sketch.between(0.1, 0.4))
                    : Colour.mix(leaf, colours.dark(), sketch.between(0.1, 0.45));
            sketch.fill(Sketch.oval(x + dx, base - size * 1.05 + dy, size * 0.3, size * 0.24), tint);
        }
    }

    /// A dark flame of a tree at the picture's edge.
    static void cypress(Sketch sketch) {
        Palette colours = sketch.palette();
        double x = sketch.focus() < sketch.aspect() / 2 ? sketch.aspect() * 0.9 : sketch.aspect() * 0.1;
        for (int i = 0; i < 4; i++) {
            double side = x + (i - 1.5) * 0.032;
            double top = 0.16 + Math.abs(i - 1.5) * 0.13 + sketch.between(0, 0.08);
            Path2D flame = Sketch.path(side - 0.05, 1.02);
            flame.curveTo(side - 0.09, 0.75, side - 0.02, 0.5, side + sketch.between(-0.02, 0.02), top);
            flame.curveTo(side + 0.03, 0.5, side + 0.09, 0.75, side + 0.05, 1.02);
            sketch.fill(
                    flame, Colour.mix(Colour.mix(colours.foliage(), colours.dark(), 0.62), colours.second(), i * 0.06));
        }
    }

    static void flowers(Sketch sketch) {
        Palette colours = sketch.palette();
        int[] petals = {colours.accent(), colours.second(), colours.light(), colours.glow()};
        for (int i = 0; i < 150; i++) {
            double near = Math.sqrt(i / 150.0);
            double y = sketch.horizon() + 0.12 + (0.9 - sketch.horizon()) * near;
            double x = sketch.between(0, sketch.aspect());
            double size = 0.004 + 0.02 * near * near;
            int petal = petals[sketch.random().nextInt(petals.length)];
            sketch.line(
                    Sketch.path(x, y, x + sketch.between(-0.01, 0.01), y + size * 4),
                    size * 0.3,
                    Colour.mix(colours.foliage(), colours.dark(), 0.2));
            for (int p = 0; p < 5; p++)
                sketch.fill(
                        Sketch.circle(
                                x + Math.cos(p * 1.257) * size * 0.7,
                                y + Math.sin(p * 1.257) * size * 0.7,
                                size * 0.55),
                        Colour.mix(petal, colours.dark(), p * 0.06));
            sketch.fill(Sketch.circle(x, y, size * 0.4), Colour.mix(colours.glow(), colours.accent(), 0.4));
        }
    }

    static void birds(Sketch sketch) {
        for (int i = 0; i < 13; i++) {
            double size = sketch.between(0.02, 0.055);
            double x = sketch.focus() + sketch.between(-0.45, 0.45);
            double y = sketch.between(0.1, sketch.horizon() - 0.06);
            Path2D wings = Sketch.path(x - size, y - size * 0.3);
            wings.quadTo(x - size * 0.4, y - size * 0.55, x, y);
            wings.quadTo(x + size * 0.4, y - size * 0.65, x + size, y - size * 0.45);
            sketch.line(
                    wings,
                    size * 0.19,
                    i % 3 == 0 ? sketch.palette().light() : sketch.palette().dark());
        }
    }
}
