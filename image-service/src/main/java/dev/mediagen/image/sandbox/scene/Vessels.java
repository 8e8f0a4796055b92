package dev.mediagen.image.sandbox.scene;

import dev.mediagen.image.sandbox.paint.Colour;

/// What people travel in.
final class Vessels {
    private Vessels() {}

    static void ship(Sketch sketch, double x, double base, double size) {
        Palette colours = sketch.palette();
        int sail = Colour.mix(colours.light(), colours.stone(), 0.15);
        sketch.fill(Sketch.box(x - size * 0.012, base - size * 1.15, size * 0.024, size * 1.15), colours.dark());
        sail(sketch, x + size * 0.03, base - size * 1.08, size * 0.52, size * 0.85, sail);
        sail(
                sketch,
                x - size * 0.04,
                base - size * 0.95,
                -size * 0.46,
                size * 0.72,
                Colour.mix(sail, colours.accent(), 0.5));
        var hull = Sketch.path(x - size * 0.62, base - size * 0.16);
        hull.quadTo(x - size * 0.5, base + size * 0.1, x - size * 0.3, base + size * 0.1);
        hull.lineTo(x + size * 0.42, base + size * 0.1);
        hull.quadTo(x + size * 0.6, base + size * 0.04, x + size * 0.7, base - size * 0.2);
        hull.quadTo(x, base - size * 0.02, x - size * 0.62, base - size * 0.16);
        sketch.blend(
                hull,
                x,
                base - size * 0.15,
                Colour.mix(colours.accent(), colours.dark(), 0.3),
                x,
                base + size * 0.1,
                colours.dark());
    }

    private static void sail(Sketch sketch, double x, double top, double wide, double tall, int rgb) {
        var sail = Sketch.path(x, top);
        sail.quadTo(x + wide * 0.85, top + tall * 0.45, x + wide, top + tall);
        sail.quadTo(x + wide * 0.5, top + tall * 0.9, x, top + tall);
        sail.closePath();
        sketch.blend(
                sail,
                x,
                top,
                rgb,
                x + wide,
                top + tall,
                Colour.mix(rgb, sketch.palette().dark(), 0.35));
    }

    static void rocket(Sketch sketch) {
        Palette colours = sketch.palette();
        double x = sketch.focus();
        double top = sketch.horizon() - 0.36;
        sketch.glow(x, top + 0.52, 0.2, colours.glow(), 0.85);
        sketch.fill(Sketch.polygon(x - 0.03, top + 0.27, x, top + 0.62, x + 0.03, top + 0.27), colours.glow());
        sketch.fill(
                Sketch.polygon(
                        x - 0.085, top + 0.31, x - 0.03, top + 0.18, x + 0.03, top + 0.18, x + 0.085, top + 0.31),
                colours.accent());
        var body = Sketch.path(x, top);
        body.curveTo(x + 0.075, top + 0.1, x + 0.055, top + 0.24, x + 0.035, top + 0.29);
        body.lineTo(x - 0.035, top + 0.29);
        body.curveTo(x - 0.055, top + 0.24, x - 0.075, top + 0.1, x, top);
        sketch.blend(body, x - 0.05, 0, colours.light(), x + 0.05, 0, Colour.mix(colours.far(), colours.dark(), 0.3));
        sketch.fill(Sketch.circle(x, top + 0.12, 0.022), colours.second());
    }
}
