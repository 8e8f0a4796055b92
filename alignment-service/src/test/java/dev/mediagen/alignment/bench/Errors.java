package dev.mediagen.alignment.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/// Distances of found boundaries from the true ones, seconds.
final class Errors {
    static final String HEADER =
            "| condition | words | median ms | mean | p95 | worst | start bias | end bias | % < 20 | % < 50 | CPU s/s | confidence | worst at |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|";

    private final DoubleStream.Builder starts = DoubleStream.builder();
    private final DoubleStream.Builder ends = DoubleStream.builder();
    private final DoubleStream.Builder confidences = DoubleStream.builder();
    private double furthest;
    private String furthestAt = "";
    private double cpu;
    private double audio;

    /// @param where for people
    void add(double start, double end, double confidence, String where) {
        double far = Math.max(Math.abs(start), Math.abs(end));
        if (far > furthest) {
            furthest = far;
            furthestAt = where;
        }
        starts.add(start);
        ends.add(end);
        confidences.add(confidence);
    }

    void time(double cpuSeconds, double audioSeconds) {
        cpu += cpuSeconds;
        audio += audioSeconds;
    }

    /// A row of a Markdown table. Can be asked once.
    String row(String name) {
        double[] start = starts.build().sorted().toArray();
        double[] end = ends.build().sorted().toArray();
        double[] all = DoubleStream.concat(Arrays.stream(start), Arrays.stream(end))
                .map(Math::abs)
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "| %-36s | %4d | %5.1f | %5.1f | %6.1f | %5.0f | %+5.1f | %+5.1f | %3.0f | %5.1f | %.4f | %.2f | %s |",
                name,
                start.length,
                1000 * at(all, 0.5),
                1000 * Arrays.stream(all).average().orElse(0),
                1000 * at(all, 0.95),
                1000 * at(all, 1),
                1000 * at(start, 0.5),
                1000 * at(end, 0.5),
                share(all, 0.02),
                share(all, 0.05),
                cpu / audio,
                confidences.build().average().orElse(0),
                furthestAt);
    }

    private static double at(double[] sorted, double quantile) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = quantile * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private static double share(double[] sorted, double within) {
        return 100.0 * Arrays.stream(sorted).filter(error -> error <= within).count() / sorted.length;
    }
}
