package dev.mediagen.gateway.generations.start;

import dev.mediagen.contracts.Part;
import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.accounts.Prices;
import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.gateway.generations.Generation;
import dev.mediagen.gateway.generations.GenerationRequest;
import dev.mediagen.gateway.generations.Generations;
import dev.mediagen.gateway.generations.Generations.Wish;
import dev.mediagen.gateway.idempotency.IdempotencyKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Accepts what is asked for, once per `Idempotency-Key`: claims the key, reserves the price, records the generation.
@ApplicationScoped
class Starts {
    private final IdempotencyKeys keys;
    private final Prices prices;
    private final Generations generations;

    Starts(IdempotencyKeys keys, Prices prices, Generations generations) {
        this.keys = keys;
        this.prices = prices;
        this.generations = generations;
    }

    /// How it is asked for.
    ///
    /// @param key the `Idempotency-Key`, or null
    /// @param digest of path and body
    /// @param patient whether it may be throttled
    record Asked(String key, String digest, boolean patient) {}

    /// @param generation recorded
    /// @param fresh false: it was accepted before under the same key
    record Start(Generation generation, boolean fresh) {}

    /// @param earlier whose stored parts are taken over, or null
    /// @throws ProblemException 402, 409, 422, 429; nothing is recorded then, and the key is as it was
    Start accept(Caller caller, GenerationRequest request, Generation earlier, List<String> warnings, Asked asked) {
        var claim = keys.claim(caller, asked.key(), asked.digest());
        if (claim.repeated()) {
            var known = generations.lookUp(caller, claim.generationId());
            if (known.isPresent()) return new Start(known.get(), false);
            keys.takeOver(claim);
        }
        try {
            var wish = new Wish(
                    caller, request, earlier, price(request, earlier), warnings, asked.patient(), claim.repeated());
            return new Start(generations.record(claim.generationId(), wish), true);
        } catch (ProblemException refused) {
            if (generations.lookUp(caller, claim.generationId()).isEmpty()) keys.release(claim);
            throw refused;
        }
    }

    private Map<Part, Long> price(GenerationRequest request, Generation earlier) {
        var made = new HashSet<>(request.parts().keySet());
        if (earlier != null) made.removeAll(earlier.stored().keySet());
        return prices.of(request.kind(), request.mode(), made);
    }
}
