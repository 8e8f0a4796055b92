package dev.mediagen.tts.audio;

import dev.mediagen.worker.media.Pcm;
import java.util.Arrays;

/// What is to be heard where two pieces meet.
public record Seam(Pcm pcm, Placed before, Placed after) {
    /// The largest step from sample to sample near the seam's two ends, as a multiple of what is usual beside them.
    public double click() {
        return Math.max(click(before.end()), click(after.start()));
    }

    private double click(double at) {
        double around = step(at, 0.2, 0.999);
        return step(at, 0.01, 1) / Math.max(around, 1e-4);
    }

    private double step(double at, double reach, double share) {
        int first = Math.max(1, sample(at - reach));
        int last = Math.min(pcm.samples().length, sample(at + reach));
        var steps = new double[last - first];
        for (int index = first; index < last; index++)
            steps[index - first] = Math.abs(pcm.samples()[index] - pcm.samples()[index - 1]);
        Arrays.sort(steps);
        return steps[(int) Math.min(steps.length - 1L, (long) (steps.length * share))];
    }

    /// Root mean square of the pause, dBFS.
    public double pause() {
        return decibels(sample(before.end()) + 1, sample(after.start()) - 1);
    }

    /// By how many dB the pieces' active parts differ: windows of 10 ms within 20 dB of the loudest.
    public double jump() {
        return Math.abs(level(before) - level(after));
    }

    private double level(Placed place) {
        int window = pcm.sampleRate() / 100;
        int count = (sample(place.end()) - sample(place.start())) / window;
        var powers = new double[count];
        for (int index = 0; index < count; index++)
            powers[index] = power(sample(place.start()) + index * window, window);
        double gate = Arrays.stream(powers).max().orElse(0) / 100;
        return 10
                * Math.log10(Arrays.stream(powers)
                        .filter(power -> power > gate)
                        .average()
                        .orElse(0));
    }

    private double decibels(int from, int to) {
        return 10 * Math.log10(power(from, to - from) + 1e-12);
    }

    private double power(int from, int count) {
        double sum = 0;
        for (int index = from; index < from + count; index++)
            sum += pcm.samples()[index] * (double) pcm.samples()[index];
        return sum / Math.max(1, count);
    }

    private int sample(double seconds) {
        return (int) Math.round(seconds * pcm.sampleRate());
    }
}
