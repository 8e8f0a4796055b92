package dev.mediagen.image.sandbox.paint;

import java.awt.Color;
import java.util.random.RandomGenerator;

/// Arithmetic on 0xRRGGBB colours.
public final class Colour {
    private Colour() {}

    /// @param t 0 gives a, 1 gives b
    public static int mix(int a, int b, double t) {
        int weight = (int) (Math.clamp(t, 0, 1) * 256);
        int keep = 256 - weight;
        int r = ((a >> 16 & 255) * keep + (b >> 16 & 255) * weight) >> 8;
        int g = ((a >> 8 & 255) * keep + (b >> 8 & 255) * weight) >> 8;
        int blue = ((a & 255) * keep + (b & 255) * weight) >> 8;
        return r << 16 | g << 8 | blue;
    }

    public static int scale(int rgb, double factor) {
        return of((rgb >> 16 & 255) * factor, (rgb >> 8 & 255) * factor, (rgb & 255) * factor);
    }

    /// Clamps each channel to 0..255.
    public static int of(double r, double g, double b) {
        return clamp(r) << 16 | clamp(g) << 8 | clamp(b);
    }

    /// 0..1
    public static float luminance(int rgb) {
        return ((rgb >> 16 & 255) * 0.299f + (rgb >> 8 & 255) * 0.587f + (rgb & 255) * 0.114f) / 255;
    }

    /// A neighbour of the colour: hue in turns, saturation and brightness as shares.
    public static int vary(int rgb, RandomGenerator random, double hue, double saturation, double brightness) {
        float[] hsb = Color.RGBtoHSB(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, null);
        double h = hsb[0] + hue * around(random);
        double s = Math.clamp(hsb[1] * (1 + saturation * around(random)), 0, 1);
        double b = Math.clamp(hsb[2] * (1 + brightness * around(random)), 0, 1);
        return Color.HSBtoRGB((float) h, (float) s, (float) b) & 0xFFFFFF;
    }

    /// The colour of a ramp from dark to light at 0..1.
    public static int ramp(double t, int... colours) {
        double at = Math.clamp(t, 0, 1) * (colours.length - 1);
        int i = Math.min((int) at, colours.length - 2);
        return mix(colours[i], colours[i + 1], at - i);
    }

    /// More vivid above 1, greyer below.
    public static int saturate(int rgb, double factor) {
        double grey = luminance(rgb) * 255;
        return of(
                grey + ((rgb >> 16 & 255) - grey) * factor,
                grey + ((rgb >> 8 & 255) - grey) * factor,
                grey + ((rgb & 255) - grey) * factor);
    }

    /// Sum of the channels' differences, 0..765.
    static int distance(int a, int b) {
        return Math.abs((a >> 16 & 255) - (b >> 16 & 255))
                + Math.abs((a >> 8 & 255) - (b >> 8 & 255))
                + Math.abs((a & 255) - (b & 255));
    }

    private static double around(RandomGenerator random) {
        return random.nextDouble() + random.nextDouble() - 1;
    }

    private static int clamp(double value) {
        return value <= 0 ? 0 : value >= 255 ? 255 : (int) (value + 0.5);
    }
}
