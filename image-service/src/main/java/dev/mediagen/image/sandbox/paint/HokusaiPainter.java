package dev.mediagen.image.sandbox.paint;

import dev.mediagen.image.sandbox.scene.Scene;

/// A woodblock print: flat colours, a dark key block, gradation at the upper edge, paper fibres.
final class HokusaiPainter implements Painter {
    @Override
    public void paint(Canvas canvas, Reference reference, Scene scene, double detail) {
        var random = Painter.chance(scene);
        var noise = new Noise(random.nextLong());
        int levels = Math.clamp(Math.round(6 * detail), 4, 9);
        Reference flat = reference.blurred(0.003).map(rgb -> Colour.mix(posterised(rgb, levels), 0xEFE2C2, 0.1));
        int key = scene.palette().dark();
        double step = 1.1 / 800;
        for (int y = 0; y < canvas.height; y++) {
            double v = (y + 0.5) / canvas.height;
            double bokashi = Math.max(0, 1 - v / 0.16) * 0.75;
            for (int x = 0; x < canvas.width; x++) {
                double u = (x + 0.5) / canvas.width;
                int edge = Colour.distance(reference.at(u - step, v), reference.at(u + step, v))
                        + Colour.distance(
                                reference.at(u, v - step * scene.aspect()), reference.at(u, v + step * scene.aspect()));
                double line = Math.clamp((edge - 42) / 70.0, 0, 0.92);
                double fibre = noise.fractal(u * 60 * scene.aspect(), v * 240, 3) - 0.5;
                double baren = noise.fractal(u * 7, v * 60, 2) - 0.5;
                int rgb = Colour.mix(flat.at(u, v), scene.palette().water(), bokashi);
                rgb = Colour.scale(rgb, 1 + fibre * 0.16 + baren * 0.14);
                canvas.rgb[y * canvas.width + x] = Colour.mix(rgb, key, line);
            }
        }
        new Finish(0, 0.5, 0.2, 1.08).apply(canvas, noise);
    }

    private static int posterised(int rgb, int levels) {
        double light = Colour.luminance(rgb) + 1e-3;
        double flat = (Math.floor(light * levels) + 0.5) / levels;
        return Colour.mix(Colour.scale(rgb, flat / light), rgb, 0.45);
    }
}
