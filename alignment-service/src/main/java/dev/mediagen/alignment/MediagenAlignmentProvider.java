package dev.mediagen.alignment;

import dev.mediagen.alignment.timings.TimedClusters;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.worker.parts.PartContext;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Our own aligner: asks each [AudioAligner] in turn.
@ApplicationScoped
class MediagenAlignmentProvider implements AlignmentProvider {
    static final String NAME = "mediagen";
    private static final Logger LOG = Logger.getLogger(MediagenAlignmentProvider.class);
    private final List<AudioAligner> aligners;
    private final Room room;

    @Inject
    MediagenAlignmentProvider(@All List<AudioAligner> aligners) {
        this(aligners, Runtime.getRuntime().maxMemory());
    }

    /// @param heap bytes
    MediagenAlignmentProvider(List<AudioAligner> aligners, long heap) {
        this.aligners = aligners;
        this.room = new Room(heap);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public ProviderCapability capability(int order) {
        return new ProviderCapability(NAME, Kind.ALIGNMENT, true, order, List.of(), List.of(), List.of(), List.of());
    }

    @Override
    public TimedClusters align(Narration narration, PartContext context, AudioAligner.Listener listener)
            throws InterruptedException {
        double duration = narration.activity().duration();
        if (!room.has(duration)) {
            listener.warning(
                    "There is not enough memory here to align so long a recording; the timings are estimated.");
            return estimated(narration, listener);
        }
        try (Room.Share _ = room.take(duration)) {
            return found(narration, context.epoch() > 1, listener);
        }
    }

    /// A defect in an aligner ends the first try of a part; later ones go on with the next aligner.
    private TimedClusters found(Narration narration, boolean goOn, AudioAligner.Listener listener)
            throws InterruptedException {
        for (AudioAligner aligner : aligners.subList(0, aligners.size() - 1)) {
            Optional<TimedClusters> found =
                    goOn ? guarded(aligner, narration, listener) : ask(aligner, narration, listener);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return estimated(narration, listener);
    }

    private TimedClusters estimated(Narration narration, AudioAligner.Listener listener) throws InterruptedException {
        return ask(aligners.getLast(), narration, listener)
                .orElseThrow(() -> new IllegalStateException("No aligner answered"));
    }

    private static Optional<TimedClusters> guarded(
            AudioAligner aligner, Narration narration, AudioAligner.Listener listener) throws InterruptedException {
        try {
            return ask(aligner, narration, listener);
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "%s failed", aligner);
            listener.warning("Aligning failed twice; the timings are estimated.");
            return Optional.empty();
        }
    }

    private static Optional<TimedClusters> ask(
            AudioAligner aligner, Narration narration, AudioAligner.Listener listener) throws InterruptedException {
        return aligner.align(
                narration.text(), narration.audio(), narration.activity(), narration.languageCode(), listener);
    }
}
