package dev.mediagen.image.sandbox.scene;

import dev.mediagen.image.sandbox.paint.Colour;
import java.awt.geom.Path2D;

/// What stands on a plain in a dream: soft watches, a bare tree, an egg, and shadows longer than they should be.
final class Surreal {
    private Surreal() {}

    static void draw(Sketch sketch) {
        double away = sketch.aspect() - sketch.focus();
        double ground = sketch.horizon() + 0.2;
        cliff(sketch);
        block(sketch, away - 0.24, ground + 0.05, 0.42, 0.16);
        tree(sketch, away - 0.06, ground - 0.11);
        SoftWatch.draw(sketch, away - 0.13, ground - 0.115, 0.12, 0.15);
        SoftWatch.draw(sketch, away + 0.2, sketch.horizon() - 0.1, 0.085, 0.17);
        egg(sketch, sketch.focus(), ground + 0.2, 0.06);
        SoftWatch.draw(sketch, sketch.focus() + (sketch.focus() < away ? -0.12 : 0.12), ground + 0.12, 0.1, 0.07);
    }

    private static void cliff(Sketch sketch) {
        Palette colours = sketch.palette();
        double h = sketch.horizon();
        double side = sketch.focus() < sketch.aspect() / 2 ? 0 : sketch.aspect();
        double in = side == 0 ? 1 : -1;
        Path2D cliff = Sketch.path(side, h - 0.1, side + in * 0.1, h - 0.12, side + in * 0.2, h - 0.05);
        cliff.lineTo(side + in * 0.34, h - 0.035);
        cliff.lineTo(side + in * 0.42, h + 0.005);
        cliff.lineTo(side, h + 0.005);
        sketch.down(cliff, sketch.lit(colours.stone(), 0.3), sketch.shaded(colours.far(), 0.2));
        sketch.down(Sketch.box(0, h, sketch.aspect(), 0.012), colours.water(), sketch.lit(colours.water(), 0.5));
    }

    private static void block(Sketch sketch, double x, double base, double wide, double tall) {
        int front = sketch.shaded(sketch.palette().near(), 0.25);
        double top = base - tall;
        shadow(sketch, x, base, wide);
        int lit = Colour.mix(front, sketch.palette().stone(), 0.5);
        sketch.across(Sketch.box(x, top, wide, tall), lit, sketch.shaded(front, 0.5));
        var upper = Sketch.polygon(x, top, x + 0.06, top - 0.05, x + wide + 0.02, top - 0.05, x + wide, top);
        sketch.across(upper, sketch.palette().glow(), sketch.palette().stone());
    }

    private static void tree(Sketch sketch, double x, double base) {
        int bark = Colour.mix(sketch.palette().near(), sketch.palette().dark(), 0.55);
        Path2D trunk = Sketch.path(x - 0.02, base);
        trunk.curveTo(x + 0.01, base - 0.12, x - 0.03, base - 0.2, x + 0.01, base - 0.32);
        sketch.line(trunk, 0.024, bark);
        Path2D branch = Sketch.path(x - 0.005, base - 0.22);
        branch.curveTo(x + 0.08, base - 0.26, x + 0.16, base - 0.21, x + 0.36, base - 0.235);
        sketch.line(branch, 0.014, bark);
        Path2D lit = Sketch.path(x - 0.024, base);
        lit.curveTo(x + 0.004, base - 0.12, x - 0.036, base - 0.2, x + 0.004, base - 0.32);
        sketch.line(lit, 0.006, Colour.mix(bark, sketch.palette().glow(), 0.5));
    }

    private static void egg(Sketch sketch, double x, double base, double size) {
        Palette colours = sketch.palette();
        shadow(sketch, x - size * 0.6, base + size, size * 1.4);
        sketch.blend(
                Sketch.oval(x, base, size * 0.8, size),
                x - size,
                base - size,
                colours.light(),
                x + size,
                base + size * 0.6,
                Colour.mix(colours.near(), colours.dark(), 0.3));
        sketch.glow(x - size * 0.25, base - size * 0.35, size * 0.4, colours.light(), 0.8);
    }

    private static void shadow(Sketch sketch, double x, double base, double wide) {
        sketch.glaze(
                Sketch.polygon(x, base, x + wide, base, x + wide + 0.75, base + 0.055, x + 0.65, base + 0.075),
                sketch.palette().dark(),
                0.35);
    }
}
