package dev.mediagen.gateway.generations;

import dev.mediagen.contracts.GenerationCancelled;
import dev.mediagen.contracts.GenerationUpdated;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.PartRequest;
import dev.mediagen.gateway.generations.view.GenerationViews;
import dev.mediagen.gateway.webhooks.Webhooks;
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
    private final Webhooks webhooks;

    GenerationPublisher(
            EventPublisher events, GenerationStore store, LongTexts texts, GenerationViews views, Webhooks webhooks) {
        this.events = events;
        this.store = store;
        this.texts = texts;
        this.views = views;
        this.webhooks = webhooks;
    }

    /// @param before null for a new generation
    void announce(Generation before, Generation after) {
        after.parts().forEach((part, state) -> {
            boolean fresh = before == null || before.part(part).status() != PartStatus.REQUESTED;
            if (state.status() == PartStatus.REQUESTED && fresh) ask(part, after);
        });
        if (after.status().terminal()) {
            close(after);
            return;
        }
        if (before == null || before.status() != after.status()) tell(after);
        if (before == null
                || before.status() != after.status()
                || !before.unfinished().equals(after.unfinished())) events.tell(after.id(), updated(after));
    }

    private void tell(Generation changed) {
        try {
            webhooks.tell(changed);
        } catch (RuntimeException e) {
            LOG.warnf("%s is %s: webhooks not told: %s", changed.id(), changed.status(), e);
        }
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

    /// The last word is said until the broker has it, and recorded for webhooks before anybody hears it.
    void close(Generation ended) {
        try {
            webhooks.tell(ended);
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
