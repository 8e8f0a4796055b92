package dev.mediagen.gateway.generations;

import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.PartRequest;
import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.api.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Generations from the door to their end: recorded first, published after.
@ApplicationScoped
public class Generations {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private final GenerationStore store;
    private final GenerationPublisher publisher;
    private final Waiters waiters;
    private final Duration deadline;

    Generations(
            GenerationStore store,
            GenerationPublisher publisher,
            Waiters waiters,
            @ConfigProperty(name = "media.generation.deadline", defaultValue = "1h") Duration deadline) {
        this.store = store;
        this.publisher = publisher;
        this.waiters = waiters;
        this.deadline = deadline;
    }

    /// Records what is asked for and asks the workers for the parts that need no other. Durable when it returns.
    ///
    /// @param warnings what the caller should know already
    public Generation accept(Caller caller, GenerationRequest request, List<String> warnings) {
        var generation = record(caller, request, warnings);
        ask(generation);
        return generation;
    }

    /// Records what is asked for and asks nobody yet. If it stays at that, the sweep does.
    public Generation record(Caller caller, GenerationRequest request, List<String> warnings) {
        var now = Instant.now();
        var parts = new EnumMap<Part, PartState>(Part.class);
        request.parts()
                .forEach((part, needs) ->
                        parts.put(part, needs.isEmpty() ? PartState.waiting().requested(now) : PartState.waiting()));
        var generation = new Generation(
                UUID.randomUUID().toString(),
                1,
                true,
                caller.tenant(),
                caller.user(),
                request,
                Status.QUEUED,
                0,
                now,
                now,
                null,
                null,
                now.plus(deadline),
                warnings,
                parts);
        store.add(generation);
        return generation;
    }

    /// Asks the workers for the parts of a recorded generation that need no other.
    public void ask(Generation recorded) {
        publisher.announce(null, recorded);
    }

    /// What a worker is asked for a part.
    public PartRequest request(Generation generation, Part part) {
        return publisher.request(part, generation);
    }

    /// @throws ProblemException 404 for an unknown one and for somebody else's
    public Generation find(Caller caller, String id) {
        return Optional.ofNullable(store.findById(id))
                .filter(g -> g.tenant().equals(caller.tenant()) && g.user().equals(caller.user()))
                .orElseThrow(() -> ProblemException.notFound("generation"));
    }

    /// Returns once the generation has ended, or after `longest`.
    public Generation await(Generation generation, Duration longest) throws InterruptedException {
        var end = Instant.now().plus(longest);
        var current = generation;
        while (!current.status().terminal() && Instant.now().isBefore(end)) {
            var left = Duration.between(Instant.now(), end);
            waiters.await(generation.id(), left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN);
            current = Optional.ofNullable(store.current(generation.id())).orElse(current);
        }
        return current;
    }

    /// Applies what happened; publishes what follows from it. A repeat changes nothing.
    void change(String id, UnaryOperator<Generation> change) {
        store.change(id, change).ifPresent(changed -> {
            if (changed.after().status().terminal()) waiters.wake(id);
            publisher.announce(changed.before(), changed.after());
        });
    }
}
