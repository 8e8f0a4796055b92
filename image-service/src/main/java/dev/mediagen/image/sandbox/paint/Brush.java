package dev.mediagen.image.sandbox.paint;

import java.util.Arrays;

/// Draws strokes of a bristle brush along a path: ragged ends, streaks of colour, and paint that piles up.
final class Brush {
    private static final int BRISTLES = 64;
    private static final int STREAK = 256;
    private static final float[] STREAKS = streaks();

    private final Canvas canvas;
    private float[] distance = new float[0];
    private float[] across = new float[0];
    private float[] along = new float[0];
    private int left;
    private int top;
    private int columns;
    private int rows;

    Brush(Canvas canvas) {
        this.canvas = canvas;
    }

    /// @param radius half the width, pixels
    /// @param opacity 0..1
    /// @param contrast of the streaks, 0..1
    /// @param body how thick the paint lies, 0..1
    /// @param dryness how early the stroke breaks up, 0..1
    record Tip(float radius, float opacity, float contrast, float body, float dryness) {}

    /// @param xs points of the path in pixels
    /// @param ys points of the path in pixels
    /// @param bristles picks the streaks
    void stroke(float[] xs, float[] ys, int points, Tip tip, int rgb, int bristles) {
        if (!frame(xs, ys, points, tip.radius)) return;
        float length = 0;
        for (int i = 1; i < points; i++) length += (float) Math.hypot(xs[i] - xs[i - 1], ys[i] - ys[i - 1]);
        float from = 0;
        for (int i = 1; i < points; i++) {
            from = segment(xs[i - 1], ys[i - 1], xs[i], ys[i], from, length, tip.radius);
        }
        lay(length, tip, rgb, bristles);
    }

    private boolean frame(float[] xs, float[] ys, int points, float radius) {
        float minX = Float.MAX_VALUE, minY = Float.MAX_VALUE, maxX = -Float.MAX_VALUE, maxY = -Float.MAX_VALUE;
        for (int i = 0; i < points; i++) {
            minX = Math.min(minX, xs[i]);
            maxX = Math.max(maxX, xs[i]);
            minY = Math.min(minY, ys[i]);
            maxY = Math.max(maxY, ys[i]);
        }
        left = Math.max(0, (int) (minX - radius - 1));
        top = Math.max(0, (int) (minY - radius - 1));
        columns = Math.min(canvas.width, (int) (maxX + radius + 2)) - left;
        rows = Math.min(canvas.height, (int) (maxY + radius + 2)) - top;
        if (points < 2 || columns <= 0 || rows <= 0) return false;
        if (distance.length < columns * rows) {
            distance = new float[columns * rows];
            across = new float[columns * rows];
            along = new float[columns * rows];
        }
        Arrays.fill(distance, 0, columns * rows, 9f);
        return true;
    }

    /// Notes for every pixel near the segment how far from the path's middle and how far along it is.
    private float segment(float ax, float ay, float bx, float by, float from, float length, float radius) {
        float dx = bx - ax;
        float dy = by - ay;
        float size = (float) Math.sqrt(dx * dx + dy * dy);
        if (size < 1e-3f) return from;
        dx /= size;
        dy /= size;
        int x0 = Math.max(left, (int) (Math.min(ax, bx) - radius - 1));
        int x1 = Math.min(left + columns, (int) (Math.max(ax, bx) + radius + 2));
        int y0 = Math.max(top, (int) (Math.min(ay, by) - radius - 1));
        int y1 = Math.min(top + rows, (int) (Math.max(ay, by) + radius + 2));
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                float px = x + 0.5f - ax;
                float py = y + 0.5f - ay;
                float u = px * dx + py * dy;
                float v = py * dx - px * dy;
                float beyond = u < 0 ? -u : u > size ? u - size : 0;
                float d = (float) Math.sqrt(v * v + beyond * beyond) / radius;
                int at = (y - top) * columns + x - left;
                if (d < distance[at] && d < 1.2f) {
                    distance[at] = d;
                    across[at] = v / radius;
                    along[at] = Math.clamp((from + u) / length, 0f, 1f);
                }
            }
        }
        return from + size;
    }

    private void lay(float length, Tip tip, int rgb, int bristles) {
        int offset = (bristles & 0xFFFF) * 7;
        float soft = Math.min(1f, 1.6f / tip.radius);
        for (int row = 0; row < rows; row++) {
            int at = row * columns;
            int pixel = (top + row) * canvas.width + left;
            for (int column = 0; column < columns; column++, at++, pixel++) {
                float d = distance[at];
                if (d > 1) continue;
                float u = along[at];
                int bristle = (int) ((across[at] * 0.5f + 0.5f) * 24) + offset & BRISTLES - 1;
                float streak = STREAKS[bristle * STREAK + ((int) (u * length * 0.5f) + offset & STREAK - 1)];
                float alpha = Math.min(1, (1 - d) / soft) * tip.opacity;
                float end = (u - (1 - tip.dryness)) / (tip.dryness + 1e-3f);
                if (end > 0) alpha *= Math.clamp((streak + 1.0f - end * 1.5f) * 3, 0f, 1f);
                if (alpha <= 0.01f) continue;
                blend(pixel, rgb, alpha, (streak - 0.5f) * tip.contrast);
                float thick = tip.body * (0.35f + 0.65f * streak) * (d > 0.7f ? 1.25f - d * 0.35f : 1);
                canvas.relief[pixel] += (thick - canvas.relief[pixel]) * alpha;
            }
        }
    }

    private void blend(int pixel, int rgb, float alpha, float shade) {
        int old = canvas.rgb[pixel];
        int lift = (int) (shade * 110);
        int r = (int) (((rgb >> 16 & 255) + lift - (old >> 16 & 255)) * alpha) + (old >> 16 & 255);
        int g = (int) (((rgb >> 8 & 255) + lift - (old >> 8 & 255)) * alpha) + (old >> 8 & 255);
        int b = (int) (((rgb & 255) + lift - (old & 255)) * alpha) + (old & 255);
        canvas.rgb[pixel] = Math.clamp(r, 0, 255) << 16 | Math.clamp(g, 0, 255) << 8 | Math.clamp(b, 0, 255);
    }

    private static float[] streaks() {
        Noise noise = new Noise(42);
        float[] table = new float[BRISTLES * STREAK];
        for (int i = 0; i < table.length; i++) {
            table[i] = 0.65f * noise.at(i / STREAK * 0.9, i % STREAK * 0.03)
                    + 0.35f * noise.at(i / STREAK * 2.1, 50 + i % STREAK * 0.15);
        }
        return table;
    }
}
