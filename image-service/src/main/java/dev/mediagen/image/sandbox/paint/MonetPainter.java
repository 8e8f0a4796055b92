package dev.mediagen.image.sandbox.paint;

import dev.mediagen.image.sandbox.scene.Scene;

/// Short dabs of broken colour; the eye mixes them.
final class MonetPainter implements Painter {
    @Override
    public void paint(Canvas canvas, Reference reference, Scene scene, double detail) {
        var random = Painter.chance(scene);
        var noise = new Noise(random.nextLong());
        Reference hazy = reference
                .blurred(0.006)
                .map(rgb -> Colour.mix(rgb, scene.palette().skyLow(), 0.1));
        Flow flow = Flow.of(hazy, scene.aspect(), scene.lights(), noise, 0.45, 0.06);
        Painter.ground(canvas, hazy);
        var broad = new Strokes(canvas, hazy, flow, random);
        double tight = 1 / Math.sqrt(detail);
        broad.lay(new Strokes.Layer(new Brush.Tip(14, 0.8f, 0.3f, 0.4f, 0.5f), 16 * tight, 70, 1.2, 0));
        var dabs = new Strokes(canvas, reference.map(rgb -> Colour.saturate(rgb, 1.2)), flow, random);
        dabs.lay(new Strokes.Layer(new Brush.Tip(5.5f, 0.8f, 0.4f, 0.7f, 0.5f), 8.5 * tight, 26, 2.1, 0));
        dabs.lay(new Strokes.Layer(new Brush.Tip(3, 0.85f, 0.3f, 0.9f, 0.4f), 6.5 * tight, 15, 1.9, 55));
        new Finish(0.5, 0.5, 0.15, 1.03).apply(canvas, noise);
    }
}
