package dev.mediagen.worker.cache;

import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.PartResult;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/// Makes equal requests of a tenant pay once: what was made before is given again, and what is being made, here or in
/// another replica, is waited for. Optional: without it, or when its database is away, everything is simply made.
@ApplicationScoped
public class ResultCache {
    private final CacheClaims claims;
    private final boolean on;
    private final Map<String, Flight> flights = new ConcurrentHashMap<>();

    /// The one thread of this replica that asks for a key; the others wait for what it is told.
    private static final class Flight {
        private final CompletableFuture<Turn> landed = new CompletableFuture<>();
        private Turn told = new Turn.Again();
    }

    /// Calls the providers and stages what they made.
    public interface Making {
        PartResult make() throws ProviderException, InterruptedException;
    }

    @Inject
    ResultCache(CacheClaims claims, CacheConfig config) {
        this(claims, config.on());
    }

    private ResultCache(CacheClaims claims, boolean on) {
        this.claims = claims;
        this.on = on;
    }

    /// Remembers nothing.
    public static ResultCache none() {
        return new ResultCache(null, false);
    }

    /// @param useCache false: neither look nor keep; the caller wants it made
    /// @return what was made; or, `fromCache` and free, what was made for an equal request, pointing at objects
    /// that belong to the cache
    /// @throws ProviderException of the making, or of the equal one that was waited for
    public PartResult getOrMake(CacheKey key, boolean useCache, PartContext context, Making making)
            throws ProviderException, InterruptedException {
        if (!on || !useCache) return making.make();
        while (true) {
            var mine = new Flight();
            var other = flights.putIfAbsent(key.hash(), mine);
            if (other == null) return lead(key, mine, making);
            context.progress(11, "waiting for an equal request");
            var turn = landed(other);
            if (!(turn instanceof Turn.Again)) return follow(turn, key, making);
        }
    }

    private PartResult lead(CacheKey key, Flight flight, Making making) throws ProviderException, InterruptedException {
        try {
            var turn = claims.turn(key);
            if (turn instanceof Turn.Make(String claim)) return make(key, claim, flight, making);
            flight.told = turn;
        } finally {
            // out of the way first: who is told to ask again finds nobody here
            flights.remove(key.hash(), flight);
            flight.landed.complete(flight.told);
        }
        return follow(flight.told, key, making);
    }

    private PartResult make(CacheKey key, String claim, Flight flight, Making making)
            throws ProviderException, InterruptedException {
        boolean ended = false;
        try {
            var made = making.make();
            flight.told = claims.made(key, claim, made);
            ended = true;
            return made;
        } catch (ProviderException e) {
            flight.told = claims.failed(key, claim, e);
            ended = true;
            throw e;
        } finally {
            if (!ended) claims.release(key, claim);
        }
    }

    private static PartResult follow(Turn turn, CacheKey key, Making making)
            throws ProviderException, InterruptedException {
        return switch (turn) {
            case Turn.Hit(var entry) -> entry.answer(key);
            case Turn.Failed(var why) -> throw why;
            case Turn.Alone() -> making.make();
            case Turn.Make _, Turn.Again _ -> throw new IllegalStateException("nothing to follow: " + turn);
        };
    }

    private static Turn landed(Flight flight) throws InterruptedException {
        try {
            return flight.landed.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
