package dev.mediagen.gateway.accounts;

import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.Part;
import dev.mediagen.gateway.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Everybody's credits: reserved at the door, captured for what is kept, released for the rest. Asking for any of it
/// again changes nothing.
@ApplicationScoped
public class Accounts {
    private final AccountStore store;

    Accounts(AccountStore store) {
        this.store = store;
    }

    /// Reserves the price of a generation that is about to be recorded. If it never is, the sweep gives it back.
    ///
    /// @throws dev.mediagen.gateway.api.ProblemException 402 when the balance is too small
    public void reserve(Caller caller, String generationId, Kind kind, Map<Part, Long> prices) {
        if (prices.isEmpty()) return;
        store.change(caller, account -> account.reserve(generationId, kind, prices, Instant.now()));
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
