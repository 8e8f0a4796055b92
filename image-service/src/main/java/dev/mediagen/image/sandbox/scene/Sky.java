package dev.mediagen.image.sandbox.scene;

import dev.mediagen.image.sandbox.paint.Colour;
import dev.mediagen.image.sandbox.paint.Noise;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/// The upper part of a scene: air, clouds, and what shines.
final class Sky {
    private Sky() {}

    /// Where the lights stand; the same for everyone who asks.
    static List<Light> lights(Composition composition, double aspect) {
        var lights = new ArrayList<Light>();
        double side = composition.focus() < 0.5 ? 0.76 : 0.24;
        double drift = (Noise.mix(composition.seed()) & 255) / 255.0;
        double size = composition.has(Motif.SPACE) ? 0.15 : 0.062 + 0.03 * drift;
        lights.add(new Light((side + 0.1 * (drift - 0.5)) * aspect, 0.17 + 0.1 * drift, size));
        if (!composition.night()) return lights;
        for (int i = 0; i < 9; i++) {
            long chance = Noise.mix(composition.seed() + i * 7919L);
            double x = (i + 0.2 + 0.6 * (chance & 255) / 255.0) / 9 * aspect;
            double y = 0.04 + (composition.horizon() - 0.2) * (chance >>> 8 & 255) / 255.0;
            boolean clear =
                    Math.hypot(x - lights.getFirst().x(), y - lights.getFirst().y()) > size * 2.2;
            if (clear) lights.add(new Light(x, y, 0.012 + 0.014 * (chance >>> 16 & 255) / 255.0));
        }
        return lights;
    }

    static void draw(Sketch sketch, List<Light> lights) {
        Palette colours = sketch.palette();
        double horizon = sketch.horizon();
        boolean storm = sketch.has(Motif.STORM);
        int high = storm ? Colour.mix(Colour.saturate(colours.skyHigh(), 0.5), colours.dark(), 0.4) : colours.skyHigh();
        int low = storm ? Colour.mix(colours.skyLow(), colours.far(), 0.4) : colours.skyLow();
        sketch.blend(Sketch.box(0, 0, sketch.aspect(), 1), 0, 0.02, high, 0, horizon, low);
        Light main = lights.getFirst();
        sketch.glow(main.x(), main.y(), main.radius() * 6, colours.glow(), storm ? 0.35 : 0.75);
        clouds(sketch, storm);
        if (storm) bolt(sketch);
        if (sketch.has(Motif.SPACE)) planet(sketch, main);
        else disc(sketch, main);
        for (Light star : lights.subList(1, lights.size())) star(sketch, star);
    }

    private static void disc(Sketch sketch, Light light) {
        Palette colours = sketch.palette();
        int rim = Colour.mix(colours.glow(), colours.accent(), 0.35);
        sketch.glow(light.x(), light.y(), light.radius() * 2.4, colours.glow(), 0.9);
        int core = Colour.mix(colours.glow(), colours.light(), 0.35);
        var whole = new Area(Sketch.circle(light.x(), light.y(), light.radius()));
        if (sketch.composition().night()) {
            double offset = light.radius() * 0.45;
            whole.subtract(
                    new Area(Sketch.circle(light.x() + offset, light.y() - offset * 0.5, light.radius() * 0.78)));
            sketch.fill(whole, core);
        } else {
            sketch.fill(whole, rim);
            sketch.fill(Sketch.circle(light.x(), light.y(), light.radius() * 0.8), core);
        }
    }

    private static void star(Sketch sketch, Light star) {
        int glow = sketch.palette().glow();
        sketch.glow(star.x(), star.y(), star.radius() * 3, glow, 0.8);
        sketch.fill(
                Sketch.circle(star.x(), star.y(), star.radius()),
                Colour.mix(glow, sketch.palette().light(), 0.5));
    }

    private static void planet(Sketch sketch, Light light) {
        Palette colours = sketch.palette();
        double r = light.radius();
        sketch.blend(
                Sketch.circle(light.x(), light.y(), r),
                light.x() - r,
                light.y() - r,
                colours.glow(),
                light.x() + r,
                light.y() + r * 0.8,
                colours.accent());
        for (int band = -2; band <= 2; band++) {
            double half = Math.sqrt(1 - band * band * 0.12) * r * 0.92;
            sketch.glaze(
                    Sketch.oval(light.x(), light.y() + band * r * 0.3, half * 0.95, r * 0.06), colours.second(), 0.45);
        }
        var ring = new AffineTransform();
        ring.rotate(-0.35, light.x(), light.y());
        sketch.line(
                ring.createTransformedShape(Sketch.oval(light.x(), light.y(), r * 1.75, r * 0.42)),
                r * 0.1,
                colours.light());
    }

    private static void clouds(Sketch sketch, boolean storm) {
        Palette colours = sketch.palette();
        int banks = storm ? 9 : 5;
        for (int i = 0; i < banks; i++) {
            double x = sketch.between(-0.1, 1.1) * sketch.aspect();
            double y = sketch.between(0.06, sketch.horizon() * 0.72);
            double size = sketch.between(0.09, 0.2) * (storm ? 1.4 : 1);
            int tint = storm
                    ? Colour.mix(colours.dark(), colours.far(), sketch.between(0.2, 0.9))
                    : Colour.mix(colours.light(), colours.skyLow(), sketch.between(0, 0.7));
            for (int puff = 0; puff < 6; puff++) {
                double px = x + (puff - 2.5) * size * 0.6;
                double py = y + sketch.between(-0.25, 0.1) * size;
                sketch.glow(
                        px,
                        py,
                        size * sketch.between(0.4, 0.75),
                        tint,
                        sketch.composition().night() ? 0.3 : 0.62);
            }
        }
    }

    private static void bolt(Sketch sketch) {
        double x = sketch.focus() + sketch.between(-0.2, 0.2);
        Path2D bolt = Sketch.path(x, 0);
        for (double y = 0.06; y < sketch.horizon(); y += 0.06) bolt.lineTo(x += sketch.between(-0.05, 0.05), y);
        sketch.line(
                bolt,
                0.012,
                Colour.mix(sketch.palette().glow(), sketch.palette().skyLow(), 0.4));
        sketch.line(bolt, 0.005, sketch.palette().light());
    }
}
