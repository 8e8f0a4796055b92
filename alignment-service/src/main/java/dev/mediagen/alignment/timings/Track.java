package dev.mediagen.alignment.timings;

import dev.mediagen.alignment.activity.SpeechActivity;
import dev.mediagen.alignment.text.SourceText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Timings under repair. A cluster whose time is not known (any more) has NaN.
final class Track {
    final SourceText text;
    final SpeechActivity activity;
    final double[] starts;
    final double[] ends;
    final double[] confidence;
    final List<String> warnings;

    Track(SourceText text, SpeechActivity activity, List<String> warnings) {
        this.text = text;
        this.activity = activity;
        this.warnings = warnings;
        starts = new double[text.size()];
        ends = new double[text.size()];
        confidence = new double[text.size()];
        Arrays.fill(starts, Double.NaN);
        Arrays.fill(ends, Double.NaN);
    }

    int size() {
        return starts.length;
    }

    boolean known(int cluster) {
        return !Double.isNaN(starts[cluster]);
    }

    void forget(int cluster) {
        starts[cluster] = Double.NaN;
        ends[cluster] = Double.NaN;
    }

    void doubt(int cluster, double factor) {
        confidence[cluster] *= factor;
    }

    void doubtAll(double factor) {
        for (int i = 0; i < size(); i++) {
            doubt(i, factor);
        }
    }

    /// Clusters that are spoken and have a time.
    int[] knownSpoken() {
        int[] found = new int[size()];
        int count = 0;
        for (int i = 0; i < size(); i++) {
            if (known(i) && text.isSpoken(i)) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    void warn(String format, Object... values) {
        warnings.add(String.format(Locale.ROOT, format, values));
    }
}
