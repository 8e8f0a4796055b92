package dev.mediagen.image.sandbox.paint;

import java.util.random.RandomGenerator;

/// One fling of the arm: thin where it is quick, thick where it lingers. Lengths are units of the canvas.
final class Fling {
    private static final int POINTS = 11;
    private final float[] xs = new float[POINTS];
    private final float[] ys = new float[POINTS];
    private final Brush brush;
    private final double unit;
    private final int paint;
    private final RandomGenerator random;
    private double x;
    private double y;
    private double heading;
    private double turn;

    Fling(Canvas canvas, int paint, RandomGenerator random, double x, double y) {
        this.brush = new Brush(canvas);
        this.unit = canvas.unit();
        this.paint = paint;
        this.random = random;
        this.x = x;
        this.y = y;
        this.heading = random.nextDouble() * 2 * Math.PI;
        this.turn = random.nextGaussian() * 0.05;
    }

    void run(double speed, double thick) {
        for (int i = 0; i < POINTS; i++) {
            xs[i] = (float) x;
            ys[i] = (float) y;
            if (i == POINTS - 1) break;
            turn = turn * 0.93 + random.nextGaussian() * 0.035;
            heading += turn;
            x += Math.cos(heading) * speed * unit;
            y += Math.sin(heading) * speed * unit;
        }
        var tip = new Brush.Tip((float) Math.max(0.6, thick * unit), 1, 0.12f, 0.8f, 0);
        brush.stroke(xs, ys, POINTS, tip, paint, random.nextInt());
    }

    /// What drops where the arm turns.
    void pool(double radius) {
        float[] poolX = {(float) x, (float) (x + radius * unit * random.nextGaussian() * 0.6)};
        float[] poolY = {(float) y, (float) (y + radius * unit * random.nextGaussian() * 0.6)};
        var tip = new Brush.Tip((float) (radius * unit), 1, 0.1f, 0.9f, 0);
        brush.stroke(poolX, poolY, 2, tip, paint, random.nextInt());
    }
}
