package dev.mediagen.alignment.forced;

/// Power spectrum of real frames of 512 samples, through one complex transform of half the size.
final class Fft {
    static final int SIZE = 512;
    private static final int HALF = SIZE / 2;
    private static final float[] COS = new float[SIZE];
    private static final float[] SIN = new float[SIZE];
    private static final int[] REVERSED = new int[HALF];

    static {
        for (int i = 0; i < SIZE; i++) {
            COS[i] = (float) Math.cos(-2 * Math.PI * i / SIZE);
            SIN[i] = (float) Math.sin(-2 * Math.PI * i / SIZE);
        }
        for (int i = 0; i < HALF; i++) {
            REVERSED[i] = Integer.reverse(i) >>> (32 - Integer.numberOfTrailingZeros(HALF));
        }
    }

    private final float[] re = new float[HALF];
    private final float[] im = new float[HALF];

    /// @param frame [#SIZE] samples
    /// @param power written: `SIZE / 2 + 1` bins
    void power(float[] frame, float[] power) {
        for (int i = 0; i < HALF; i++) {
            re[REVERSED[i]] = frame[2 * i];
            im[REVERSED[i]] = frame[2 * i + 1];
        }
        for (int length = 2; length <= HALF; length <<= 1) {
            butterflies(length);
        }
        power[0] = (re[0] + im[0]) * (re[0] + im[0]);
        power[HALF] = (re[0] - im[0]) * (re[0] - im[0]);
        for (int k = 1; k < HALF; k++) {
            int m = HALF - k;
            float evenRe = (re[k] + re[m]) / 2;
            float evenIm = (im[k] - im[m]) / 2;
            float oddRe = (im[k] + im[m]) / 2;
            float oddIm = (re[m] - re[k]) / 2;
            float real = evenRe + oddRe * COS[k] - oddIm * SIN[k];
            float imaginary = evenIm + oddRe * SIN[k] + oddIm * COS[k];
            power[k] = real * real + imaginary * imaginary;
        }
    }

    private void butterflies(int length) {
        int step = SIZE / length;
        int half = length / 2;
        for (int block = 0; block < HALF; block += length) {
            for (int k = 0; k < half; k++) {
                float cos = COS[k * step];
                float sin = SIN[k * step];
                int upper = block + k;
                int lower = upper + half;
                float real = re[lower] * cos - im[lower] * sin;
                float imaginary = re[lower] * sin + im[lower] * cos;
                re[lower] = re[upper] - real;
                im[lower] = im[upper] - imaginary;
                re[upper] += real;
                im[upper] += imaginary;
            }
        }
    }
}
