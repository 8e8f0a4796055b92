package dev.mediagen.image.sandbox.paint;

import dev.mediagen.image.sandbox.scene.Scene;

/// Smooth, exact modelling under a clear low light; hardly a stroke to be seen.
final class DaliPainter implements Painter {
    @Override
    public void paint(Canvas canvas, Reference reference, Scene scene, double detail) {
        var random = Painter.chance(scene);
        var noise = new Noise(random.nextLong());
        Reference clear = reference.map(rgb -> Colour.saturate(rgb, 1.1));
        Flow flow = Flow.of(clear, scene.aspect(), scene.lights(), noise, 0.3, 0);
        Painter.ground(canvas, clear);
        var strokes = new Strokes(canvas, clear, flow, random);
        double tight = 1 / Math.sqrt(detail);
        strokes.lay(new Strokes.Layer(new Brush.Tip(5, 0.14f, 0.25f, 0.12f, 0.6f), 9 * tight, 34, 0.5, 0));
        strokes.lay(new Strokes.Layer(new Brush.Tip(1.8f, 0.3f, 0.2f, 0.2f, 0.6f), 4.5 * tight, 9, 0.3, 0));
        new Finish(0.3, 0.22, 0.55, 1.08).apply(canvas, noise);
    }
}
