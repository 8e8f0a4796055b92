package dev.mediagen.image.sandbox.paint;

import java.util.random.RandomGenerator;

/// Covers the canvas with one layer of strokes that follow a flow and take their colours from a reference.
final class Strokes {
    private static final int MAX_POINTS = 40;

    private final Canvas canvas;
    private final Reference reference;
    private final Flow flow;
    private final RandomGenerator random;
    private final Brush brush;
    private final float[] xs = new float[MAX_POINTS];
    private final float[] ys = new float[MAX_POINTS];

    /// @param tip the brush, its radius in units of the canvas
    /// @param spacing distance of the strokes, units
    /// @param length of a stroke, units
    /// @param variation of hue, saturation and brightness from stroke to stroke, 1 is lively
    /// @param threshold a stroke is left out where the canvas is already this near to the reference, 0..765
    record Layer(Brush.Tip tip, double spacing, double length, double variation, int threshold) {}

    Strokes(Canvas canvas, Reference reference, Flow flow, RandomGenerator random) {
        this.canvas = canvas;
        this.reference = reference;
        this.flow = flow;
        this.random = random;
        this.brush = new Brush(canvas);
    }

    void lay(Layer layer) {
        double spacing = Math.max(1.5, layer.spacing * canvas.unit());
        int columns = (int) Math.ceil(canvas.width / spacing) + 1;
        int rows = (int) Math.ceil(canvas.height / spacing) + 1;
        int cells = columns * rows;
        // visiting every cell once in scattered order, so that no direction lies on top
        int stride = scatteredStride(cells);
        int cell = random.nextInt(cells);
        for (int i = 0; i < cells; i++, cell = (cell + stride) % cells) {
            double x = (cell % columns + random.nextDouble() - 0.5) * spacing;
            double y = (cell / columns + random.nextDouble() - 0.5) * spacing;
            stroke(layer, x, y);
        }
    }

    private void stroke(Layer layer, double x, double y) {
        int rgb = reference.at(x / canvas.width, y / canvas.height);
        if (layer.threshold > 0 && near(x, y, rgb, layer.threshold)) return;
        double size = 0.7 + 0.6 * random.nextDouble();
        int points = trace(x, y, layer.length * canvas.unit() * size, rgb);
        var tip = layer.tip;
        float radius = (float) Math.max(0.7, tip.radius() * canvas.unit() * size);
        int colour = Colour.vary(rgb, random, 0.035 * layer.variation, 0.3 * layer.variation, 0.16 * layer.variation);
        var sized = new Brush.Tip(radius, tip.opacity(), tip.contrast(), tip.body(), tip.dryness());
        brush.stroke(xs, ys, points, sized, colour, random.nextInt());
    }

    private boolean near(double x, double y, int rgb, int threshold) {
        int px = Math.clamp((int) x, 0, canvas.width - 1);
        int py = Math.clamp((int) y, 0, canvas.height - 1);
        return Colour.distance(canvas.rgb[py * canvas.width + px], rgb) < threshold;
    }

    /// Follows the flow both ways from the start until the length is reached or the reference changes colour.
    private int trace(double x, double y, double length, int rgb) {
        int points = Math.clamp((int) (length / Math.max(2, 7 * canvas.unit())) + 2, 3, MAX_POINTS);
        double step = length / (points - 1);
        double px = x;
        double py = y;
        double heading = flow.angle(px / canvas.width, py / canvas.height) + (random.nextBoolean() ? Math.PI : 0);
        for (int i = 0; i < points; i++) {
            xs[i] = (float) px;
            ys[i] = (float) py;
            if (i > 2 && Colour.distance(reference.at(px / canvas.width, py / canvas.height), rgb) > 110) return i + 1;
            double angle = flow.angle(px / canvas.width, py / canvas.height);
            if (Math.cos(angle - heading) < 0) angle += Math.PI;
            heading = angle;
            px += Math.cos(heading) * step;
            py += Math.sin(heading) * step;
        }
        return points;
    }

    private static int scatteredStride(int cells) {
        int stride = Math.max(1, (int) (cells * 0.6180339887));
        while (greatestCommonDivisor(stride, cells) != 1) stride++;
        return stride;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
