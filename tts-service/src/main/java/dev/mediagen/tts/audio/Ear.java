package dev.mediagen.tts.audio;

import dev.mediagen.worker.media.PcmSink;
import java.nio.file.Path;

/// Listens to a sound once and keeps a few numbers per 10 ms of it.
final class Ear implements PcmSink {
    static final int WINDOW = Measured.RATE / 100;
    private static final float FULL_SCALE = 0.999f;
    private static final int RUN = 3;
    private final KWeighting weighting = new KWeighting();
    private final Windows means = new Windows();
    private final Windows powers = new Windows();
    private final Windows weighted = new Windows();
    private double sum;
    private double square;
    private double weightedSquare;
    private double total;
    private int inWindow;
    private long samples;
    private float lowest = Float.POSITIVE_INFINITY;
    private float highest = Float.NEGATIVE_INFINITY;
    private int run;
    private long clipped;

    @Override
    public void accept(float[] block) {
        for (float sample : block) hear(sample);
    }

    private void hear(float sample) {
        double heavy = weighting.of(sample);
        sum += sample;
        square += sample * (double) sample;
        weightedSquare += heavy * heavy;
        lowest = Math.min(lowest, sample);
        highest = Math.max(highest, sample);
        run = Math.abs(sample) >= FULL_SCALE ? run + 1 : 0;
        if (run == RUN) clipped += RUN;
        else if (run > RUN) clipped++;
        samples++;
        if (++inWindow == WINDOW) endWindow();
    }

    private void endWindow() {
        means.add(sum / inWindow);
        powers.add(square / inWindow);
        weighted.add(weightedSquare / inWindow);
        total += sum;
        sum = square = weightedSquare = 0;
        inWindow = 0;
    }

    /// Call once.
    Measured heard(Path file) {
        if (inWindow > 0) endWindow();
        double offset = samples == 0 ? 0 : total / samples;
        var activity = Activity.of(levels(offset));
        double peak = samples == 0 ? 0 : Math.max(highest - offset, offset - lowest);
        return new Measured(
                file,
                samples,
                peak,
                offset,
                Loudness.gated(weighted.toArray()),
                samples == 0 ? 0 : clipped / (double) samples,
                (long) activity.first() * WINDOW,
                Math.min(samples, (long) activity.last() * WINDOW),
                activity.count() / 100.0,
                activity.longestPause() / 100.0);
    }

    /// Mean squares about the offset.
    private double[] levels(double offset) {
        var levels = powers.toArray();
        for (int index = 0; index < levels.length; index++)
            levels[index] = Math.max(0, levels[index] - 2 * offset * means.at(index) + offset * offset);
        return levels;
    }
}
