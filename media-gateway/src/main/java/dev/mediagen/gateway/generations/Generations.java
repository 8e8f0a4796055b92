package dev.mediagen.gateway.generations;

import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.PartRequest;
import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.accounts.Accounts;
import dev.mediagen.gateway.api.Cursor;
import dev.mediagen.gateway.api.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Generations from the door to their end: recorded first, published after.
@ApplicationScoped
public class Generations {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private final GenerationStore store;
    private final Accounts accounts;
    private final GenerationPublisher publisher;
    private final Waiters waiters;
    private final Event<Generation> changes;
    private final Duration deadline;

    Generations(
            GenerationStore store,
            Accounts accounts,
            GenerationPublisher publisher,
            Waiters waiters,
            Event<Generation> changes,
            @ConfigProperty(name = "media.generation.deadline", defaultValue = "1h") Duration deadline) {
        this.store = store;
        this.accounts = accounts;
        this.publisher = publisher;
        this.waiters = waiters;
        this.changes = changes;
        this.deadline = deadline;
    }

    /// Reserves the price and records what is asked for; asks nobody yet. If it stays at that, the sweep does.
    /// Durable when it returns. Reserving again under the same id reserves nothing more.
    ///
    /// @throws ProblemException 402 when the balance is too small, 429 for a throttled one that will not wait
    public Generation record(String id, Wish wish) {
        var caller = wish.caller();
        var start = new Accounts.Start(id, wish.request().kind(), wish.prices(), wish.patient(), wish.repeated());
        var startAt = accounts.admit(caller, start);
        var terms = new Terms(wish.prices(), startAt);
        var generation = Generation.of(id, wish, terms, Instant.now(), deadline);
        if (!store.add(generation)) throw ProblemException.unavailable("it took too long to accept; ask again");
        return generation;
    }

    /// What somebody wants.
    ///
    /// @param earlier whose stored parts are taken over, or null
    /// @param warnings what the caller should know already
    /// @param patient whether it may be throttled
    /// @param repeated whether it may have been asked for before under the same id
    public record Wish(
            Caller caller,
            GenerationRequest request,
            Generation earlier,
            Map<Part, Long> prices,
            List<String> warnings,
            boolean patient,
            boolean repeated) {}

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
        return lookUp(caller, id).orElseThrow(() -> ProblemException.notFound("generation"));
    }

    /// One of the caller's that may not be there.
    public Optional<Generation> lookUp(Caller caller, String id) {
        return Optional.ofNullable(store.findById(id))
                .filter(g -> g.tenant().equals(caller.tenant()) && g.user().equals(caller.user()));
    }

    /// Whoever's it is: for those who have been let in already.
    public Optional<Generation> lookUp(String id) {
        return Optional.ofNullable(store.findById(id));
    }

    /// Several at once, as far as they are there.
    public void lookUp(Collection<String> ids, Consumer<Generation> each) {
        store.find(ids).forEach(each);
    }

    /// What a list shows.
    ///
    /// @param kind null for all
    /// @param status null for all
    public record Filter(Kind kind, Status status) {}

    /// Newest first.
    ///
    /// @param after null for the first page
    public List<Generation> list(Caller caller, Filter filter, Cursor after, int limit) {
        return store.list(caller, filter, after, limit);
    }

    /// Ends one that has not ended. Nothing is charged.
    ///
    /// @throws ProblemException 404; 409 when it has ended otherwise
    public Generation cancel(Caller caller, String id) {
        find(caller, id);
        change(id, g -> g.cancelled(Instant.now()));
        var now = find(caller, id);
        if (now.status() != Status.CANCELLED)
            throw new ProblemException(
                    409, "ALREADY_ENDED", "it is " + now.status().json(), false, null);
        return now;
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
            if (changed.after().status().terminal()) end(changed.after());
            changes.fire(changed.after());
            publisher.announce(changed.before(), changed.after());
        });
    }

    /// Paid for, or given back, before anybody hears of it.
    private void end(Generation ended) {
        settle(ended);
        waiters.wake(ended.id());
    }

    /// Does again what may have been left undone at its end.
    void close(Generation ended) {
        settle(ended);
        publisher.close(ended);
    }

    private void settle(Generation ended) {
        var owner = new Caller(ended.tenant(), ended.user());
        var terms = ended.terms();
        accounts.settle(owner, ended.id(), ended.kind(), terms.prices(), terms.due(ended.parts()));
    }
}
