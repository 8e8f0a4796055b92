package dev.mediagen.alignment.bench;

/// Convolution by overlapping blocks in the frequency domain.
final class Convolution {
    private Convolution() {}

    /// As long as the signal.
    static float[] of(float[] signal, float[] response) {
        int size = Integer.highestOneBit(2 * response.length) * 2;
        int block = size - response.length;
        double[][] filter = transform(response, 0, response.length, size);
        float[] result = new float[signal.length];
        for (int from = 0; from < signal.length; from += block) {
            double[][] part = transform(signal, from, Math.min(block, signal.length - from), size);
            for (int i = 0; i < size; i++) {
                double real = part[0][i] * filter[0][i] - part[1][i] * filter[1][i];
                part[1][i] = -(part[0][i] * filter[1][i] + part[1][i] * filter[0][i]);
                part[0][i] = real;
            }
            fft(part[0], part[1]);
            for (int i = 0; i < size && from + i < result.length; i++) {
                result[from + i] += (float) (part[0][i] / size);
            }
        }
        return result;
    }

    private static double[][] transform(float[] values, int from, int length, int size) {
        double[][] result = new double[2][size];
        for (int i = 0; i < length; i++) {
            result[0][i] = values[from + i];
        }
        fft(result[0], result[1]);
        return result;
    }

    private static void fft(double[] real, double[] imaginary) {
        int n = real.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                swap(real, i, j);
                swap(imaginary, i, j);
            }
        }
        for (int half = 1; half < n; half *= 2) {
            for (int k = 0; k < half; k++) {
                double cos = Math.cos(-Math.PI * k / half);
                double sin = Math.sin(-Math.PI * k / half);
                for (int a = k; a < n; a += 2 * half) {
                    int b = a + half;
                    double r = real[b] * cos - imaginary[b] * sin;
                    double i = real[b] * sin + imaginary[b] * cos;
                    real[b] = real[a] - r;
                    imaginary[b] = imaginary[a] - i;
                    real[a] += r;
                    imaginary[a] += i;
                }
            }
        }
    }

    private static void swap(double[] values, int a, int b) {
        double value = values[a];
        values[a] = values[b];
        values[b] = value;
    }
}
