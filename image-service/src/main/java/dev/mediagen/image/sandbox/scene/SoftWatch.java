package dev.mediagen.image.sandbox.scene;

import dev.mediagen.image.sandbox.paint.Colour;
import java.awt.geom.Path2D;

/// A watch that has gone soft: a round half that lies, and a half that hangs and drips.
final class SoftWatch {
    private SoftWatch() {}

    static void draw(Sketch sketch, double x, double y, double wide, double drop) {
        Palette colours = sketch.palette();
        int rim = Colour.mix(colours.accent(), colours.glow(), 0.55);
        sketch.glaze(Sketch.oval(x + wide * 0.5, y + drop + 0.02, wide * 1.1, 0.012), colours.dark(), 0.35);
        sketch.across(soft(x, y, wide, drop), sketch.lit(rim, 0.4), sketch.shaded(rim, 0.6));
        var face = soft(x, y + 0.004, wide * 0.86, drop * 0.88);
        sketch.across(face, colours.light(), sketch.lit(colours.skyHigh(), 0.4));
        int ink = Colour.mix(colours.dark(), colours.skyHigh(), 0.2);
        double middle = y + drop * 0.22;
        sketch.line(Sketch.path(x, middle, x - wide * 0.45, y + drop * 0.02), 0.006, ink);
        Path2D hand = Sketch.path(x, middle);
        hand.quadTo(x + wide * 0.3, y + drop * 0.25, x + wide * 0.38, y + drop * 0.62);
        sketch.line(hand, 0.006, ink);
        for (int i = 0; i < 10; i++) {
            double sin = Math.sin(i * 0.628);
            double mark = middle + sin * drop * (sin > 0 ? 0.48 : 0.24);
            sketch.fill(Sketch.circle(x + Math.cos(i * 0.628) * wide * 0.66, mark, 0.004), ink);
        }
    }

    private static Path2D soft(double x, double y, double wide, double drop) {
        Path2D path = Sketch.path(x - wide, y);
        path.curveTo(x - wide, y - wide * 0.42, x + wide * 0.9, y - wide * 0.45, x + wide, y + drop * 0.1);
        path.curveTo(
                x + wide * 1.08, y + drop * 0.5, x + wide * 0.85, y + drop * 0.7, x + wide * 0.75, y + drop * 1.02);
        path.curveTo(
                x + wide * 0.66, y + drop * 1.16, x + wide * 0.5, y + drop * 1.06, x + wide * 0.45, y + drop * 0.82);
        path.curveTo(x + wide * 0.2, y + drop * 0.62, x - wide * 0.2, y + drop * 0.95, x - wide * 0.55, y + drop * 0.5);
        path.curveTo(x - wide * 0.8, y + drop * 0.42, x - wide, y + drop * 0.3, x - wide, y);
        return path;
    }
}
