package dev.mediagen.image.sandbox.paint;

import dev.mediagen.image.sandbox.scene.Light;
import dev.mediagen.image.sandbox.scene.Scene;

/// One warm beam into deep darkness: thin glazes in the shadows, loaded paint in the lights.
final class RembrandtPainter implements Painter {
    @Override
    public void paint(Canvas canvas, Reference reference, Scene scene, double detail) {
        var random = Painter.chance(scene);
        var noise = new Noise(random.nextLong());
        Reference warm = reference.map(rgb -> Colour.mix(
                rgb, Colour.ramp(Colour.luminance(rgb) * 1.1, scene.palette().tones()), 0.6));
        Flow flow = Flow.of(warm, scene.aspect(), scene.lights(), noise, 0.6, 0.15);
        Painter.ground(canvas, warm.blurred(0.01));
        var strokes = new Strokes(canvas, warm, flow, random);
        double tight = 1 / Math.sqrt(detail);
        strokes.lay(new Strokes.Layer(new Brush.Tip(15, 0.8f, 0.35f, 0.25f, 0.5f), 17 * tight, 95, 0.7, 0));
        strokes.lay(new Strokes.Layer(new Brush.Tip(5.5f, 0.85f, 0.4f, 0.5f, 0.5f), 8.5 * tight, 42, 0.7, 36));
        strokes.lay(new Strokes.Layer(new Brush.Tip(2.4f, 0.9f, 0.35f, 0.8f, 0.4f), 5 * tight, 22, 0.6, 44));
        beam(canvas, scene, noise);
        new Finish(0.5, 0.35, 0.9, 1.08).apply(canvas, noise);
    }

    /// Light falls from the scene's light onto its focus; what lies beside it sinks into umber.
    private static void beam(Canvas canvas, Scene scene, Noise noise) {
        Light light = scene.lights().getFirst();
        double focusX = scene.composition().focus() * scene.aspect();
        double focusY = scene.composition().horizon() + 0.1;
        for (int y = 0; y < canvas.height; y++) {
            double py = (double) y / canvas.height;
            for (int x = 0; x < canvas.width; x++) {
                double px = (double) x / canvas.height;
                double t = Math.clamp(
                        ((px - light.x()) * (focusX - light.x()) + (py - light.y()) * (focusY - light.y()))
                                / (Math.pow(focusX - light.x(), 2) + Math.pow(focusY - light.y(), 2)),
                        0,
                        1);
                double away = Math.hypot(
                        px - light.x() - t * (focusX - light.x()), py - light.y() - t * (focusY - light.y()));
                double smoke = noise.fractal(px * 3, py * 3, 2) - 0.5;
                double bright = Math.exp(-Math.pow(away / (0.22 + 0.22 * t), 2)) + smoke * 0.16;
                int at = y * canvas.width + x;
                canvas.rgb[at] = glaze(canvas.rgb[at], Math.clamp(bright, 0, 1));
                canvas.relief[at] *= (float) Math.clamp(0.3 + bright, 0, 1);
            }
        }
    }

    private static int glaze(int rgb, double bright) {
        double r = (rgb >> 16 & 255) * (0.4 + 1.15 * bright) + 5;
        double g = (rgb >> 8 & 255) * (0.33 + 1.04 * bright) + 3;
        double b = (rgb & 255) * (0.27 + 0.8 * bright) + 2;
        return Colour.of(r, g, b);
    }
}
