package dev.mediagen.alignment;

import dev.mediagen.alignment.timings.AlignmentBuilder;
import dev.mediagen.alignment.timings.ProviderTimings;
import dev.mediagen.alignment.timings.SpokenForm;
import dev.mediagen.alignment.timings.TimedClusters;
import dev.mediagen.contracts.Alignment;
import dev.mediagen.contracts.AlignmentMethod;
import dev.mediagen.contracts.CharacterTimings;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.Served;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// From text, audio and perhaps timings to an [Alignment]: the timings that came with the audio when they are of use,
/// otherwise those that [TimingsSearch] finds.
@ApplicationScoped
class Aligner {
    /// Timings that came with the audio and are worse than this are compared with what is found without them.
    private static final double TRUSTED = 0.5;

    private final TimingsSearch search;

    Aligner(TimingsSearch search) {
        this.search = search;
    }

    /// @param provider who found or checked the timings
    /// @param fallback whether somebody before it in the order failed
    record Aligned(Alignment alignment, String provider, boolean fallback) {}

    List<ProviderCapability> capabilities() {
        return search.capabilities();
    }

    /// @param given the timings that came with the audio; empty when there were none
    /// @param warnings what went wrong on the way here
    /// @param progress 0..100
    Aligned align(
            Narration narration,
            Optional<CharacterTimings> given,
            List<String> warnings,
            PartContext context,
            IntConsumer progress)
            throws ProviderException, InterruptedException {
        Optional<SpokenForm> spoken = given.map(CharacterTimings::spoken)
                .flatMap(timings ->
                        SpokenForm.of(narration.text(), timings, narration.activity(), narration.languageCode()));
        Optional<TimedClusters> checked = given.flatMap(
                        timings -> ProviderTimings.check(narration.text(), timings, narration.activity()))
                .or(() -> spoken.flatMap(form -> form.onto(narration.text(), narration.activity())));
        List<String> all = new ArrayList<>(warnings);
        if (given.isPresent() && checked.isEmpty()) {
            all.add("The provider's timings could not be used.");
        }
        if (checked.isPresent() && trust(checked.get()) >= TRUSTED) {
            Alignment alignment = alignment(narration, checked.get(), spoken, all);
            return new Aligned(alignment, MediagenAlignmentProvider.NAME, false);
        }
        Served<TimedClusters> found = search.find(narration, context, new Heard(all, progress));
        all.addAll(found.warnings());
        TimedClusters best = better(checked, found.made());
        if (checked.isPresent() && best == found.made()) {
            all.addAll(checked.get().warnings());
            all.add("The provider's timings fit the audio worse than those found without them.");
        }
        return new Aligned(alignment(narration, best, spoken, all), found.provider(), found.fallback());
    }

    /// How the text was read is kept beside timings that come from whoever read it.
    private static Alignment alignment(
            Narration narration, TimedClusters timed, Optional<SpokenForm> spoken, List<String> warnings) {
        boolean theirs = timed.method() == AlignmentMethod.PROVIDER;
        return AlignmentBuilder.build(
                narration.text(), timed, narration.activity(), spoken.filter(_ -> theirs), warnings);
    }

    private static TimedClusters better(Optional<TimedClusters> given, TimedClusters found) {
        return given.isPresent() && trust(given.get()) >= trust(found) ? given.get() : found;
    }

    private static double trust(TimedClusters timed) {
        return Arrays.stream(timed.confidence()).average().orElse(0);
    }

    /// @param warnings written
    private record Heard(List<String> warnings, IntConsumer share) implements AudioAligner.Listener {
        @Override
        public void progress(int percent) {
            share.accept(percent);
        }

        @Override
        public void warning(String warning) {
            warnings.add(warning);
        }
    }
}
