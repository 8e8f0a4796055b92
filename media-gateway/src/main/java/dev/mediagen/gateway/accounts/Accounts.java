package dev.mediagen.gateway.accounts;

import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.Part;
import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.api.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// Everybody's credits: reserved at the door, captured for what is kept, released for the rest. Asking for any of it
/// again changes nothing.
@ApplicationScoped
public class Accounts {
    private final AccountStore store;
    private final Throttle throttle;

    Accounts(AccountStore store, Throttle throttle) {
        this.store = store;
        this.throttle = throttle;
    }

    /// Reserves the price of a generation that is about to be recorded, and its place among the user's starts. If it
    /// never is recorded, the sweep gives the credits back.
    ///
    /// @param patient false: the caller does not want to wait for that place
    /// @return when it may start: now, or once the user's other starts are a minute ago
    /// @throws ProblemException 402 when the balance is too small, 429 for an impatient caller
    public Instant admit(Caller caller, String generationId, Kind kind, Map<Part, Long> prices, boolean patient) {
        var admitted = new AtomicReference<Instant>();
        store.change(caller, account -> {
            var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            var at = account.nextStart(throttle.startsPerMinute(), now);
            if (at.isAfter(now) && !patient) throw ProblemException.throttled(Duration.between(now, at));
            admitted.set(at);
            return account.reserve(generationId, kind, prices, now).started(throttle.startsPerMinute(), at);
        });
        return admitted.get();
    }

    /// @param caller whose credits they are
    public record Held(Caller caller, String generationId) {}

    /// Generations for which credits have been held for so long.
    public List<Held> heldSince(Instant before) {
        var held = new ArrayList<Held>();
        for (Account account : store.holding()) {
            var caller = new Caller(account.tenant(), account.user());
            account.held().forEach((id, hold) -> {
                if (hold.since().isBefore(before)) held.add(new Held(caller, id));
            });
        }
        return held;
    }

    /// Takes what is held for the parts that are kept and chargeable, gives back the rest.
    public void settle(Caller caller, String generationId, Set<Part> kept) {
        store.change(caller, account -> account.settle(generationId, kept, Instant.now()));
    }
}
