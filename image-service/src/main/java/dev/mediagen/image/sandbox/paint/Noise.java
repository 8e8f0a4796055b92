package dev.mediagen.image.sandbox.paint;

/// Smooth random fields that depend on nothing but a seed.
public final class Noise {
    private final long seed;

    public Noise(long seed) {
        this.seed = seed;
    }

    /// Value noise, 0..1, one feature per unit.
    public float at(double x, double y) {
        int ix = (int) Math.floor(x);
        int iy = (int) Math.floor(y);
        float fx = smooth((float) (x - ix));
        float fy = smooth((float) (y - iy));
        float top = lerp(corner(ix, iy), corner(ix + 1, iy), fx);
        float bottom = lerp(corner(ix, iy + 1), corner(ix + 1, iy + 1), fx);
        return lerp(top, bottom, fy);
    }

    /// Several octaves of value noise, 0..1.
    public float fractal(double x, double y, int octaves) {
        float sum = 0;
        float weight = 0.5f;
        float total = 0;
        for (int i = 0; i < octaves; i++, weight *= 0.5f) {
            sum += weight * at(x * (1 << i) + 17.3 * i, y * (1 << i) - 9.1 * i);
            total += weight;
        }
        return sum / total;
    }

    private float corner(int x, int y) {
        return (mix(seed ^ (x * 0x9E3779B97F4A7C15L) ^ (y * 0xC2B2AE3D27D4EB4FL)) >>> 40) * 0x1p-24f;
    }

    /// A well mixed 64-bit hash.
    public static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static float smooth(float t) {
        return t * t * (3 - 2 * t);
    }

    private static float lerp(float a, float b, float t) {
        return a + (b - a) * t;
    }
}
