package dev.mediagen.image.sandbox.paint;

/// The last look of a painting: light raking over the relief, the weave of the ground, darker corners.
///
/// @param relief how much the thickness of the paint shows, 0..1
/// @param weave how much the canvas or paper shows, 0..1
/// @param vignette how much the corners fall off, 0..1
/// @param contrast 1 leaves it
record Finish(double relief, double weave, double vignette, double contrast) {
    void apply(Canvas canvas, Noise noise) {
        float[] above = new float[canvas.width];
        double pitch = Math.max(2.2, 2.6 * canvas.unit());
        for (int y = 0; y < canvas.height; y++) {
            for (int x = 0; x < canvas.width; x++) {
                int at = y * canvas.width + x;
                float here = canvas.relief[at];
                float slope = x > 0 && y > 0 ? here * 2 - above[x] - canvas.relief[at - 1] : 0;
                double dx = (x - canvas.width * 0.5) / canvas.width;
                double dy = (y - canvas.height * 0.5) / canvas.height;
                double fall = 1 - vignette * Math.max(0, dx * dx + dy * dy - 0.12) * 1.5;
                double light = fall * (1 + threads(x, y, pitch, noise) * weave * 0.16);
                canvas.rgb[at] = lit(canvas.rgb[at], light, Math.clamp(slope, -0.6f, 0.6f) * relief * 120);
                above[x] = here;
            }
        }
    }

    private int lit(int rgb, double factor, double shine) {
        return Colour.of(
                (((rgb >> 16 & 255) - 118) * contrast + 118) * factor + shine,
                (((rgb >> 8 & 255) - 118) * contrast + 118) * factor + shine,
                (((rgb & 255) - 118) * contrast + 118) * factor + shine);
    }

    private static double threads(int x, int y, double pitch, Noise noise) {
        double warp = Math.sin(x * Math.PI / pitch) * Math.sin(y * Math.PI / pitch);
        return warp * 0.5 + noise.at(x * 0.7, y * 0.7) - 0.5;
    }
}
