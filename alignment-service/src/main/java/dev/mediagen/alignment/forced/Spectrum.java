package dev.mediagen.alignment.forced;

import dev.mediagen.worker.media.PcmSink;
import java.util.Arrays;

/// Mel power of a sound, frame by frame, from samples that come in blocks. Kept as 16 bit logarithms: an hour takes
/// 37 MB.
final class Spectrum implements PcmSink, MelRows {
    static final int SAMPLE_RATE = 16_000;
    /// Samples from one frame to the next.
    static final int HOP = 80;
    static final double FRAME = HOP / (double) SAMPLE_RATE;
    private static final int WINDOW = 400;
    private static final double SCALE = 1000;
    private static final double LEAST = 1e-12;
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
    private final float[] mel = new float[MelFilters.COUNT];
    private short[] logs = new short[1000 * MelFilters.COUNT];
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
        if ((frames + 1) * MelFilters.COUNT > logs.length) {
            logs = Arrays.copyOf(logs, logs.length / MelFilters.COUNT * 5 / 4 * MelFilters.COUNT);
        }
        FILTERS.apply(power, mel);
        for (int m = 0; m < mel.length; m++) {
            logs[frames * mel.length + m] = (short) Math.round(SCALE * Math.log(mel[m] + LEAST));
        }
        frames++;
    }

    /// The frames whose window reaches over the end.
    void finish() {
        accept(new float[WINDOW / 2], WINDOW / 2);
        logs = Arrays.copyOf(logs, frames * MelFilters.COUNT);
    }

    @Override
    public int count() {
        return frames;
    }

    @Override
    public void read(int frame, float[] row) {
        for (int m = 0; m < MelFilters.COUNT; m++) {
            row[m] = (float) Math.exp(logs[frame * MelFilters.COUNT + m] / SCALE);
        }
    }
}
