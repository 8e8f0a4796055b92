package dev.mediagen.alignment;

import dev.mediagen.alignment.estimate.DefaultAudioAligner;
import dev.mediagen.alignment.timings.TimedClusters;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import java.util.List;
import java.util.Optional;

/// Fails as told, else spreads the text over the audio.
final class Vendor implements AlignmentProvider {
    Optional<String> missing = Optional.empty();
    ProviderException failure;
    int failures = Integer.MAX_VALUE;
    int calls;

    @Override
    public String name() {
        return "vendor";
    }

    @Override
    public Optional<String> missing() {
        return missing;
    }

    @Override
    public ProviderCapability capability(int order) {
        return new ProviderCapability(name(), Kind.ALIGNMENT, true, order, List.of(), List.of(), List.of(), List.of());
    }

    @Override
    public TimedClusters align(Narration narration, PartContext context, AudioAligner.Listener listener)
            throws ProviderException, InterruptedException {
        calls++;
        if (failure != null && calls <= failures) throw failure;
        return DefaultAudioAligner.create()
                .align(narration.text(), narration.audio(), narration.activity(), null, listener)
                .orElseThrow();
    }
}
