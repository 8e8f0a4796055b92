package dev.mediagen.alignment.forced;

import dev.mediagen.worker.media.PcmSink;
import java.util.Arrays;

/// Mel power of a sound, frame by frame, from samples that come in blocks.
final class Spectrum implements PcmSink {
    static final int SAMPLE_RATE = 16_000;
    /// Samples from one frame to the next.
    static final int HOP = 80;
    static final double FRAME = HOP / (double) SAMPLE_RATE;
    private static final int WINDOW = 400;
    private static final float EMPHASIS = 0.97f;
    private static final float[] HAMMING = new float[WINDOW];
    private static final MelFilters FILTERS = new MelFilters(SAMPLE_RATE);

    static {
        for (int i = 0; i < WINDOW; i++) {
            HAMMING[i] = (float) (0.54 - 0.46 * Math.cos(2 * Math.PI * i / (WINDOW - 1)));
        }
    }

    private final Fft fft = new Fft();
    private final float[] frame = new float[Fft.SIZE];
    private final float[] power = new float[Fft.SIZE / 2 + 1];
    /// The last samples: frame `n` is centred at sample `n * HOP`.
    private final float[] window = new float[WINDOW + 1];
    private float[] mel = new float[1000 * MelFilters.COUNT];
    private int frames;
    private int missing = WINDOW / 2;

    @Override
    public void accept(float[] block) {
        accept(block, block.length);
    }

    private void accept(float[] block, int length) {
        int at = 0;
        while (length - at >= missing) {
            shift(missing);
            System.arraycopy(block, at, window, window.length - missing, missing);
            at += missing;
            missing = HOP;
            add();
        }
        int rest = length - at;
        shift(rest);
        System.arraycopy(block, at, window, window.length - rest, rest);
        missing -= rest;
    }

    private void shift(int by) {
        System.arraycopy(window, by, window, 0, window.length - by);
    }

    private void add() {
        for (int i = 0; i < WINDOW; i++) {
            frame[i] = (window[i + 1] - EMPHASIS * window[i]) * HAMMING[i];
        }
        fft.power(frame, power);
        if ((frames + 1) * MelFilters.COUNT > mel.length) {
            mel = Arrays.copyOf(mel, mel.length * 3 / 2);
        }
        FILTERS.apply(power, mel, frames * MelFilters.COUNT);
        frames++;
    }

    /// The frames whose window reaches over the end.
    void finish() {
        accept(new float[WINDOW / 2], WINDOW / 2);
    }

    int frames() {
        return frames;
    }

    /// Power by frame and filter; longer than what is filled.
    float[] mel() {
        return mel;
    }
}
