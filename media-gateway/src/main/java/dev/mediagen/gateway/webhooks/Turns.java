package dev.mediagen.gateway.webhooks;

import dev.mediagen.gateway.webhooks.Delivery.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Sees to it that what a webhook hears of one generation is in order, and its end comes last. Whoever tries a
/// message has claimed it before it looks at the others: of two that are claimed at once at least one steps back.
record Turns(DeliveryStore store) {
    private static final Duration STEP_BACK = Duration.ofMillis(200);
    private static final Duration WAIT = Duration.ofMillis(600);

    /// @param claimed by us
    /// @return whether it may be sent now; if not, it has been put off, or given up
    boolean comes(Delivery claimed) {
        if (claimed.generationId() == null || claimed.replayed()) return true;
        var siblings = store.siblings(claimed);
        var later = siblings.stream()
                .filter(other -> other.version() > claimed.version())
                .toList();
        if (later.stream().anyMatch(other -> !other.open() || other.tries() > 0)) {
            store.replace(claimed, claimed.ended(State.SUPERSEDED));
            return false;
        }
        boolean overtaken = later.stream().anyMatch(other -> other.state() == State.SENDING);
        if (overtaken) store.replace(claimed, claimed.postponed(Instant.now().plus(STEP_BACK)));
        return !overtaken && earlierAreDone(claimed, siblings);
    }

    /// An earlier one that failed is not tried again once there is news.
    private boolean earlierAreDone(Delivery claimed, List<Delivery> siblings) {
        boolean done = true;
        for (Delivery earlier : siblings) {
            if (earlier.version() > claimed.version() || !earlier.open() || earlier.replayed()) continue;
            boolean failed = earlier.state() == State.PENDING && earlier.tries() > 0;
            done &= failed && store.replace(earlier, earlier.ended(State.SUPERSEDED));
        }
        if (!done) store.replace(claimed, claimed.postponed(Instant.now().plus(WAIT)));
        return done;
    }
}
