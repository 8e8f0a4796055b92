package dev.mediagen.alignment.timings;

import dev.mediagen.alignment.activity.SpeechActivity;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.contracts.AlignmentMethod;
import dev.mediagen.contracts.CharacterTimings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Timings that came with an audio: brought onto the text, checked against the audio, repaired where that is
/// possible.
public final class ProviderTimings {
    /// With less of the text timed than this, the audio itself is the better witness.
    private static final double LEAST_COVERAGE = 0.5;

    private static final double MUCH = 0.1;
    private static final double LEAST_TRUST = 0.3;

    private ProviderTimings() {}

    /// @return empty when the timings are of no use
    public static Optional<TimedClusters> check(SourceText text, CharacterTimings given, SpeechActivity activity) {
        List<String> warnings = new ArrayList<>();
        Track track = new Track(text, activity, warnings);
        TextMatch.onto(track, GivenTimes.of(given, activity.duration(), warnings));
        OrderRepair.apply(track);
        CollapseRepair.apply(track);
        if (coverage(track) < LEAST_COVERAGE) {
            return Optional.empty();
        }
        Interpolation.apply(track);
        Plausibility.apply(track);
        double beyond = beyond(given, activity.duration());
        if (beyond > MUCH) {
            track.doubtAll(Math.max(LEAST_TRUST, 1 - 2 * beyond));
        }
        return Optional.of(new TimedClusters(
                track.starts, track.ends, track.confidence, AlignmentMethod.PROVIDER, List.copyOf(warnings)));
    }

    /// The share of characters that begin after the audio has ended: this may be another recording.
    private static double beyond(CharacterTimings given, double duration) {
        if (given.starts() == null) {
            return 0;
        }
        long late = given.starts().stream()
                .filter(start -> start != null && start > duration)
                .count();
        return late / (double) Math.max(1, given.starts().size());
    }

    private static double coverage(Track track) {
        int spoken = 0;
        for (int i = 0; i < track.size(); i++) {
            spoken += track.text.isSpoken(i) ? 1 : 0;
        }
        return spoken == 0 ? 1 : track.knownSpoken().length / (double) spoken;
    }
}
