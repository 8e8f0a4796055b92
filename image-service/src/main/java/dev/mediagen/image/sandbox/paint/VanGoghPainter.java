package dev.mediagen.image.sandbox.paint;

import dev.mediagen.image.sandbox.scene.Scene;

/// Thick strokes that swirl around the lights.
final class VanGoghPainter implements Painter {
    @Override
    public void paint(Canvas canvas, Reference reference, Scene scene, double detail) {
        var random = Painter.chance(scene);
        var noise = new Noise(random.nextLong());
        Reference vivid = reference.map(rgb -> Colour.saturate(rgb, 1.3));
        Flow flow = Flow.of(vivid, scene.aspect(), scene.lights(), noise, 1.4, 1);
        Painter.ground(canvas, vivid.map(rgb -> Colour.mix(rgb, scene.palette().dark(), 0.35)));
        var strokes = new Strokes(canvas, vivid, flow, random);
        double tight = 1 / Math.sqrt(detail);
        strokes.lay(new Strokes.Layer(new Brush.Tip(13, 0.95f, 0.5f, 0.7f, 0.35f), 15 * tight, 120, 1.1, 0));
        strokes.lay(new Strokes.Layer(new Brush.Tip(6.2f, 0.95f, 0.6f, 0.95f, 0.4f), 10.5 * tight, 75, 1.5, 0));
        strokes.lay(new Strokes.Layer(new Brush.Tip(3.2f, 0.95f, 0.5f, 1f, 0.3f), 7 * tight, 42, 1.3, 70));
        new Finish(0.75, 0.25, 0.5, 1.1).apply(canvas, noise);
    }
}
