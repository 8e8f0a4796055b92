package dev.mediagen.image.sandbox.paint;

import dev.mediagen.image.sandbox.scene.Light;
import java.util.List;

/// Which way the brush runs at each place: along the edges of the reference, and where it is plain, along slow
/// currents that turn around the lights.
final class Flow {
    private static final int GRID = 96;
    private final float[] cos = new float[GRID * GRID];
    private final float[] sin = new float[GRID * GRID];

    /// @param currents strength of the free movement against that of the reference's edges, 0..3
    /// @param swirl strength of the turning around lights, 0..1
    static Flow of(Reference reference, double aspect, List<Light> lights, Noise noise, double currents, double swirl) {
        Flow flow = new Flow();
        Reference soft = reference.blurred(0.02);
        for (int row = 0; row < GRID; row++) {
            for (int column = 0; column < GRID; column++) {
                double x = (column + 0.5) / GRID;
                double y = (row + 0.5) / GRID;
                flow.along(row * GRID + column, soft, x, y);
                flow.drift(row * GRID + column, noise.fractal(x * 2.2 * aspect, y * 2.2, 2), currents);
                for (Light light : lights) flow.turn(row * GRID + column, light, x * aspect, y, swirl);
            }
        }
        return flow;
    }

    /// Directions have no sign, so they are kept and averaged as doubled angles.
    private void along(int at, Reference soft, double x, double y) {
        double step = 1.0 / GRID;
        double gx = soft.luminance(x + step, y) - soft.luminance(x - step, y);
        double gy = soft.luminance(x, y + step) - soft.luminance(x, y - step);
        // tangent is (-gy, gx); its doubled angle is (gy^2 - gx^2, -2 gx gy)
        cos[at] = (float) (gy * gy - gx * gx) * 60;
        sin[at] = (float) (-2 * gx * gy) * 60;
        double size = Math.hypot(cos[at], sin[at]);
        if (size > 1) {
            cos[at] /= (float) size;
            sin[at] /= (float) size;
        }
    }

    private void drift(int at, float noise, double strength) {
        double angle = (noise - 0.5) * Math.min(3.2, 1 + strength * 1.6);
        cos[at] += (float) (strength * 0.25 * Math.cos(2 * angle));
        sin[at] += (float) (strength * 0.25 * Math.sin(2 * angle));
    }

    private void turn(int at, Light light, double x, double y, double strength) {
        double dx = x - light.x();
        double dy = y - light.y();
        double reach = Math.hypot(dx, dy) / (light.radius() * 4.5);
        if (reach > 1) return;
        double weight = strength * 3 * (1 - reach) * (1 - reach);
        double angle = Math.atan2(dy, dx) + Math.PI / 2 + (reach - 0.3) * 0.6;
        cos[at] += (float) (weight * Math.cos(2 * angle));
        sin[at] += (float) (weight * Math.sin(2 * angle));
    }

    /// Radians at a place in 0..1 x 0..1.
    double angle(double x, double y) {
        double px = Math.clamp(x * GRID - 0.5, 0, GRID - 1.001);
        double py = Math.clamp(y * GRID - 0.5, 0, GRID - 1.001);
        int at = (int) py * GRID + (int) px;
        double fx = px - (int) px;
        double fy = py - (int) py;
        return 0.5 * Math.atan2(blend(sin, at, fx, fy), blend(cos, at, fx, fy));
    }

    private static double blend(float[] field, int at, double fx, double fy) {
        int right = Math.min(at + 1, field.length - 1);
        int below = Math.min(at + GRID, field.length - 1);
        int corner = Math.min(at + GRID + 1, field.length - 1);
        double top = field[at] + (field[right] - field[at]) * fx;
        return top + (field[below] + (field[corner] - field[below]) * fx - top) * fy;
    }
}
