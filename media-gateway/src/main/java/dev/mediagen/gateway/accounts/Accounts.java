package dev.mediagen.gateway.accounts;

import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.Part;
import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.api.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// Everybody's credits: reserved at the door, captured for what is kept, released for the rest. Asking for any of it
/// again changes nothing.
@ApplicationScoped
public class Accounts {
    private final AccountStore store;
    private final Ledger ledger;
    private final Throttle throttle;

    Accounts(AccountStore store, Ledger ledger, Throttle throttle) {
        this.store = store;
        this.ledger = ledger;
        this.throttle = throttle;
    }

    /// What somebody wants to start.
    ///
    /// @param prices per part; what is free is left out
    /// @param patient false: the caller does not want to wait for its place
    /// @param repeated whether the same may have been admitted before
    public record Start(String generationId, Kind kind, Map<Part, Long> prices, boolean patient, boolean repeated) {}

    /// Reserves the price of a generation that is about to be recorded, and its place among the user's starts. If it
    /// never is recorded, the sweep gives the credits back.
    ///
    /// @return when it may start: now, or once the user's other starts are a minute ago
    /// @throws ProblemException 402 when the balance is too small, 429 for an impatient caller
    public Instant admit(Caller caller, Start start) {
        var admitted = new AtomicReference<Instant>();
        store.change(caller, account -> {
            var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            var at = account.nextStart(throttle.startsPerMinute(), now);
            if (at.isAfter(now) && !start.patient()) throw ProblemException.throttled(Duration.between(now, at));
            admitted.set(at);
            return reserved(account, start, now).started(throttle.startsPerMinute(), at);
        });
        return admitted.get();
    }

    private Account reserved(Account account, Start start, Instant now) {
        var movements = Movement.reserve(account.caller(), start.generationId(), start.kind(), start.prices(), now);
        if (movements.isEmpty()) return account;
        var one = movements.getFirst();
        if (start.repeated() && (account.carries(one) || ledger.has(one))) return account;
        long total = movements.stream().mapToLong(Movement::credits).sum();
        if (total > account.balance())
            throw ProblemException.insufficientCredits(
                    "it costs %d credits, you have %d".formatted(total, account.balance()));
        return account.moved(movements);
    }

    /// Takes what was reserved for the parts that are kept and chargeable, gives back the rest.
    ///
    /// @param prices as they were reserved
    public void settle(Caller caller, String generationId, Kind kind, Map<Part, Long> prices, Set<Part> kept) {
        var movements = Movement.settle(caller, generationId, kind, prices, kept, Instant.now());
        if (movements.isEmpty()) return;
        // all of them move at once, so one tells of all
        var one = movements.getFirst();
        store.change(caller, account -> {
            // the account first, as it was read, then the ledger: what moved on in between changed the account
            boolean done = account.carries(one) || ledger.has(one);
            return done ? account : account.moved(movements);
        });
    }
}
