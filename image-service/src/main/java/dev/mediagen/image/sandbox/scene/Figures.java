package dev.mediagen.image.sandbox.scene;

import java.awt.geom.Path2D;

/// Who stands upright.
final class Figures {
    private Figures() {}

    static void people(Sketch sketch) {
        double middle = sketch.has(Motif.ROBOT) ? sketch.aspect() - sketch.focus() : sketch.focus();
        int[] coats = sketch.palette().hues();
        for (int i = 0; i < 9; i++) {
            double near = i / 9.0;
            double x = middle + sketch.between(-0.36, 0.36) * (1.15 - near * 0.4);
            person(
                    sketch,
                    x,
                    sketch.horizon() + 0.14 + 0.24 * near,
                    0.14 + 0.13 * near,
                    coats[sketch.random().nextInt(coats.length)]);
        }
    }

    private static void person(Sketch sketch, double x, double foot, double tall, int coat) {
        sketch.glaze(
                Sketch.oval(x + tall * 0.2, foot, tall * 0.36, tall * 0.05),
                sketch.palette().dark(),
                0.4);
        double neck = foot - tall * 0.78;
        double waist = foot - tall * 0.5;
        Path2D cloak = Sketch.path(x - tall * 0.09, neck);
        cloak.curveTo(x - tall * 0.24, waist, x - tall * 0.2, foot - tall * 0.2, x - tall * 0.17, foot);
        cloak.lineTo(x + tall * 0.17, foot);
        cloak.curveTo(x + tall * 0.2, foot - tall * 0.3, x + tall * 0.24, waist, x + tall * 0.09, neck);
        sketch.across(cloak, sketch.lit(coat, 0.3), sketch.shaded(coat, 0.6));
        int skin = sketch.lit(sketch.palette().stone(), 0.4);
        var head = Sketch.oval(x, foot - tall * 0.88, tall * 0.085, tall * 0.105);
        sketch.across(head, skin, sketch.shaded(skin, 0.55));
        sketch.fill(Sketch.oval(x, foot - tall * 0.955, tall * 0.1, tall * 0.05), sketch.shaded(coat, 0.75));
    }

    static void robot(Sketch sketch) {
        double x = sketch.focus();
        double foot = sketch.horizon() + 0.33;
        int metal = sketch.lit(sketch.palette().far(), 0.35);
        int shade = sketch.shaded(metal, 0.6);
        sketch.glaze(Sketch.oval(x + 0.06, foot, 0.2, 0.025), sketch.palette().dark(), 0.45);
        limbs(sketch, x, foot, metal);
        sketch.across(Sketch.box(x - 0.1, foot - 0.38, 0.2, 0.23), sketch.lit(metal, 0.4), shade);
        sketch.across(Sketch.oval(x, foot - 0.47, 0.085, 0.075), sketch.lit(metal, 0.5), shade);
        sketch.line(Sketch.path(x, foot - 0.54, x, foot - 0.6), 0.008, shade);
        sketch.glow(x, foot - 0.605, 0.035, sketch.palette().accent(), 1);
        for (int side = -1; side <= 1; side += 2) {
            sketch.glow(x + side * 0.032, foot - 0.475, 0.04, sketch.palette().glow(), 0.9);
            sketch.fill(
                    Sketch.circle(x + side * 0.032, foot - 0.475, 0.016),
                    sketch.palette().light());
        }
        sketch.glow(x, foot - 0.28, 0.06, sketch.palette().second(), 1);
        sketch.fill(Sketch.circle(x, foot - 0.28, 0.026), sketch.palette().glow());
    }

    private static void limbs(Sketch sketch, double x, double foot, int metal) {
        for (int side = -1; side <= 1; side += 2) {
            var leg = Sketch.box(x + side * 0.055 - 0.025, foot - 0.16, 0.05, 0.16);
            sketch.across(leg, sketch.shaded(metal, side > 0 ? 0.2 : 0), sketch.shaded(metal, 0.6));
            double hand = x + side * 0.15;
            Path2D arm = Sketch.path(x + side * 0.1, foot - 0.34, x + side * 0.165, foot - 0.25, hand, foot - 0.14);
            sketch.line(arm, 0.032, sketch.shaded(metal, side > 0 ? 0.55 : 0.2));
            sketch.fill(
                    Sketch.circle(hand, foot - 0.14, 0.024), sketch.palette().accent());
        }
    }
}
