package dev.mediagen.tts;

import dev.mediagen.contracts.CharacterTimings;
import java.util.List;

/// Whether timings that came with an audio can be worked with. What is merely imprecise is repaired by the alignment
/// service.
final class TimingsCheck {
    private static final double TOLERANCE = 0.15;
    private static final double STEP_BACK = 0.05;

    private TimingsCheck() {}

    /// What of it can be worked with: of the text as it was written, as it was read, or both; null when neither.
    ///
    /// @param timings or null
    /// @param duration of the audio, measured
    static CharacterTimings usable(CharacterTimings timings, double duration) {
        var read = timings != null && isUsable(timings.spoken(), duration) ? timings.spoken() : null;
        if (isUsable(timings, duration))
            return new CharacterTimings(timings.characters(), timings.starts(), timings.ends(), read);
        return read == null ? null : new CharacterTimings(List.of(), List.of(), List.of(), read);
    }

    static boolean isUsable(CharacterTimings timings, double duration) {
        if (timings == null
                || timings.characters() == null
                || timings.characters().isEmpty()) return false;
        return isComplete(timings.starts(), timings)
                && isComplete(timings.ends(), timings)
                && rises(timings)
                && timings.ends().getLast() <= duration + TOLERANCE;
    }

    /// The characters that have timings.
    static String text(CharacterTimings timings) {
        return String.join("", timings.characters());
    }

    private static boolean isComplete(List<Double> times, CharacterTimings timings) {
        return times != null
                && times.size() == timings.characters().size()
                && times.stream().allMatch(time -> time != null && Double.isFinite(time) && time >= 0);
    }

    private static boolean rises(CharacterTimings timings) {
        double before = 0;
        for (int index = 0; index < timings.starts().size(); index++) {
            double start = timings.starts().get(index);
            if (start < before - STEP_BACK || timings.ends().get(index) < start - STEP_BACK) return false;
            before = Math.max(before, start);
        }
        return true;
    }

    /// When the last character ends, or 0 if nothing says.
    static double end(CharacterTimings timings) {
        if (timings == null || timings.ends() == null) return 0;
        if (timings.ends().isEmpty()) return end(timings.spoken());
        var last = timings.ends().getLast();
        return last == null || !Double.isFinite(last) ? 0 : last;
    }
}
