package dev.mediagen.alignment.timings;

import dev.mediagen.contracts.CharacterTimings;
import java.util.List;
import java.util.Objects;

/// A provider's lists, read with an open mind: shorter lists, nulls and nonsense numbers become "not known".
///
/// @param characters never null, no null in it
/// @param starts seconds or NaN, as long as `characters`
/// @param ends seconds or NaN; NaN exactly where `starts` is
/// @param guessed where only one of the two was given
record GivenTimes(List<String> characters, double[] starts, double[] ends, boolean[] guessed) {
    /// Rounding of a provider, not an error.
    private static final double TOLERANCE = 0.05;

    static GivenTimes of(CharacterTimings given, double duration, List<String> warnings) {
        List<String> characters = given.characters() == null
                ? List.of()
                : given.characters().stream()
                        .map(c -> Objects.requireNonNullElse(c, ""))
                        .toList();
        double[] starts = read(given.starts(), characters.size());
        double[] ends = read(given.ends(), characters.size());
        if (sizeOf(given.starts()) != characters.size() || sizeOf(given.ends()) != characters.size()) {
            warnings.add("The provider's lists differ in length: %d characters, %d starts, %d ends."
                    .formatted(characters.size(), sizeOf(given.starts()), sizeOf(given.ends())));
        }
        GivenTimes times = new GivenTimes(characters, starts, ends, new boolean[characters.size()]);
        times.complete(warnings);
        times.clamp(duration, warnings);
        return times;
    }

    private static int sizeOf(List<Double> list) {
        return list == null ? 0 : list.size();
    }

    private static double[] read(List<Double> list, int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            Double value = list != null && i < list.size() ? list.get(i) : null;
            boolean usable = value != null && Double.isFinite(value) && value > -TOLERANCE;
            values[i] = usable ? Math.max(0, value) : Double.NaN;
        }
        return values;
    }

    /// One of the two is enough: the neighbour gives the other.
    private void complete(List<String> warnings) {
        int count = 0;
        for (int i = 0; i < starts.length; i++) {
            guessed[i] = Double.isNaN(starts[i]) != Double.isNaN(ends[i]);
            if (!guessed[i]) {
                continue;
            }
            count++;
            if (Double.isNaN(starts[i])) {
                starts[i] = i > 0 && ends[i - 1] <= ends[i] ? ends[i - 1] : ends[i];
            } else {
                ends[i] = i + 1 < starts.length && starts[i + 1] >= starts[i] ? starts[i + 1] : starts[i];
            }
        }
        if (count > 0) {
            warnings.add("%d characters had only one of their two times.".formatted(count));
        }
    }

    private void clamp(double duration, List<String> warnings) {
        int outside = 0;
        for (int i = 0; i < starts.length; i++) {
            if (ends[i] > duration + TOLERANCE) {
                outside++;
            }
            if (starts[i] > duration + TOLERANCE) {
                starts[i] = Double.NaN;
                ends[i] = Double.NaN;
            }
            starts[i] = Math.min(starts[i], duration);
            ends[i] = Math.min(ends[i], duration);
        }
        if (outside > 0) {
            warnings.add("%d characters were timed beyond the end of the audio.".formatted(outside));
        }
    }
}
