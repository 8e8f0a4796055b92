package dev.mediagen.tts.sandbox;

/// Halves a sample rate: a windowed-sinc low-pass, then every second sample.
final class HalfRate {
    private static final int REACH = 24;
    private static final double[] KERNEL = kernel();

    private HalfRate() {}

    private static double[] kernel() {
        var kernel = new double[2 * REACH + 1];
        double sum = 0;
        for (int tap = -REACH; tap <= REACH; tap++) {
            double angle = Math.PI * tap * 0.46;
            double window = 0.5 + 0.5 * Math.cos(Math.PI * tap / (REACH + 1));
            kernel[tap + REACH] = window * (tap == 0 ? 1 : Math.sin(angle) / angle);
            sum += kernel[tap + REACH];
        }
        for (int tap = 0; tap < kernel.length; tap++) kernel[tap] /= sum;
        return kernel;
    }

    static short[] of(short[] samples) {
        var half = new short[samples.length / 2];
        for (int index = 0; index < half.length; index++) {
            double value = 0;
            int from = Math.max(-REACH, -2 * index);
            int to = Math.min(REACH, samples.length - 1 - 2 * index);
            for (int tap = from; tap <= to; tap++) value += KERNEL[tap + REACH] * samples[2 * index + tap];
            half[index] = (short) Math.clamp(Math.round(value), -Short.MAX_VALUE, Short.MAX_VALUE);
        }
        return half;
    }
}
