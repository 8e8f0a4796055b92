package dev.mediagen.alignment.activity;

import dev.mediagen.worker.media.PcmSink;
import java.util.Arrays;

/// How loud a sound is, dB of full scale, in frames of 10 ms. All that is kept of it: 3 MB an hour.
final class Levels implements PcmSink {
    private static final double QUIETEST = -100;

    private final int sampleRate;
    private final int size;
    private double[] levels = new double[6_000];
    private int count;
    private long samples;
    private double sum;

    /// @param sampleRate Hz
    Levels(int sampleRate) {
        this.sampleRate = sampleRate;
        this.size = (int) Math.round(sampleRate * SpeechActivity.FRAME);
    }

    @Override
    public void accept(float[] block) {
        for (float sample : block) {
            sum += sample * sample;
            samples++;
            if (samples % size == 0) {
                add(Math.max(QUIETEST, 10 * Math.log10(sum / size + 1e-12)));
                sum = 0;
            }
        }
    }

    private void add(double level) {
        if (count == levels.length) {
            levels = Arrays.copyOf(levels, count / 2 * 3);
        }
        levels[count++] = level;
    }

    /// Seconds.
    double duration() {
        return samples / (double) sampleRate;
    }

    /// Of whole frames.
    double[] all() {
        return Arrays.copyOf(levels, count);
    }
}
