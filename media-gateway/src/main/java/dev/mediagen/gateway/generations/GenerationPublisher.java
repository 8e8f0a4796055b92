package dev.mediagen.gateway.generations;

import dev.mediagen.contracts.GenerationCancelled;
import dev.mediagen.contracts.GenerationUpdated;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.PartRequest;
import dev.mediagen.gateway.generations.view.GenerationViews;
import dev.mediagen.worker.events.EventPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jboss.logging.Logger;

/// Publishes what a change of a generation calls for. What does not get through is published again by the sweep.
@ApplicationScoped
class GenerationPublisher {
    private static final Logger LOG = Logger.getLogger(GenerationPublisher.class);
    private final EventPublisher events;
    private final GenerationStore store;
    private final LongTexts texts;
    private final GenerationViews views;

    GenerationPublisher(EventPublisher events, GenerationStore store, LongTexts texts, GenerationViews views) {
        this.events = events;
        this.store = store;
        this.texts = texts;
        this.views = views;
    }

    /// @param before null for a new generation
    void announce(Generation before, Generation after) {
        after.parts().forEach((part, state) -> {
            boolean fresh = before == null || before.part(part).status() != PartStatus.REQUESTED;
            if (state.status() == PartStatus.REQUESTED && fresh) ask(part, after);
        });
        if (after.status().terminal()) close(after);
        else if (before == null
                || before.status() != after.status()
                || !before.unfinished().equals(after.unfinished())) events.tell(after.id(), updated(after));
    }

    /// Asks a worker for a part; asking twice is harmless.
    void ask(Part part, Generation generation) {
        try {
            events.tell(generation.id(), (Record) request(part, generation));
        } catch (RuntimeException e) {
            LOG.warnf("%s of %s not asked for yet: %s", part, generation.id(), e);
        }
    }

    PartRequest request(Part part, Generation generation) {
        return generation.request().ask(part, generation, texts);
    }

    /// The last word is said until the broker has it.
    void close(Generation ended) {
        try {
            if (ended.status() == Status.CANCELLED) events.publish(ended.id(), cancelled(ended));
            events.publish(ended.id(), updated(ended));
            store.close(ended);
        } catch (RuntimeException e) {
            LOG.warnf("end of %s not announced yet: %s", ended.id(), e);
        }
    }

    private static GenerationCancelled cancelled(Generation ended) {
        var unmade = ended.inOrder()
                .filter(part -> part.getValue().status().unfinished())
                .map(Map.Entry::getKey)
                .toList();
        return new GenerationCancelled(ended.id(), ended.tenant(), unmade, ended.expiresAt());
    }

    private GenerationUpdated updated(Generation generation) {
        return new GenerationUpdated(
                generation.id(), generation.tenant(), generation.user(), null, views.withoutUrls(generation));
    }
}
