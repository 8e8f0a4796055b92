package dev.mediagen.worker.cache;

import com.mongodb.MongoException;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.inbox.Leases;
import dev.mediagen.worker.parts.PartResult;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// One maker per key over all replicas. The others look from time to time, and take over from one that has died.
/// Within a replica only one thread asks for a key at a time.
@ApplicationScoped
class CacheClaims {
    private static final Logger LOG = Logger.getLogger(CacheClaims.class);
    private static final int SMALL = 1 << 20;
    private static final Duration RESUMED_WITHIN = Duration.ofSeconds(1);
    private final CacheEntries entries;
    private final CachedObjects objects;
    private final Leases leases;
    private final CacheConfig config;
    /// Claims of this replica that nobody serves; the database was away when they were to end.
    private final Map<String, String> leftBehind = new ConcurrentHashMap<>();

    private final AtomicBoolean away = new AtomicBoolean();

    CacheClaims(CacheEntries entries, CachedObjects objects, Leases leases, CacheConfig config) {
        this.entries = entries;
        this.objects = objects;
        this.leases = leases;
        this.config = config;
    }

    /// Waits while somebody else makes it. Never [Turn.Again].
    Turn turn(CacheKey key) throws InterruptedException {
        String claim = UUID.randomUUID().toString();
        String waitedFor = null;
        int looksAfterDeath = 0;
        try {
            while (true) {
                var seen = entries.find(key.hash());
                away.set(false);
                var turn = seen.flatMap(finished(waitedFor)::turn);
                if (turn.isPresent()) return turn.get();
                boolean alive = seen.filter(this::alive).isPresent();
                if (!alive && looksAfterDeath >= resumeLooks(key, seen)) {
                    if (claimed(key, claim, seen)) return new Turn.Make(claim);
                } else {
                    waitedFor = seen.get().claim();
                    looksAfterDeath = alive ? 0 : looksAfterDeath + 1;
                    Thread.sleep(config.pollEvery());
                }
            }
        } catch (MongoException e) {
            if (away.compareAndSet(false, true)) LOG.warnf("the cache is not used: %s", e.getMessage());
            leftBehind.put(claim, key.hash());
            return new Turn.Alone();
        }
    }

    private interface Look {
        Optional<Turn> turn(CacheEntry entry);
    }

    private Look finished(String waitedFor) {
        return entry -> switch (entry.state()) {
            case MAKING -> Optional.empty();
            case FAILED ->
                entry.claim().equals(waitedFor) ? Optional.of(new Turn.Failed(entry.failure())) : Optional.empty();
            case READY ->
                entry.expired(Instant.now()) || !usable(entry) ? Optional.empty() : Optional.of(new Turn.Hit(entry));
        };
    }

    private boolean usable(CacheEntry entry) {
        try {
            return entry.result() != null && objects.intact(entry);
        } catch (IllegalArgumentException | ClassCastException e) {
            LOG.warnf("%s was kept by another version: %s", entry.id(), e.getMessage());
            return false;
        }
    }

    /// Whether somebody is making it. This replica's own claim, asked for here, is one whose making is over.
    private boolean alive(CacheEntry entry) {
        boolean making = entry.state() == CacheEntry.State.MAKING;
        return making && !leases.self().equals(entry.owner()) && !leases.lost(entry.owner());
    }

    /// How long others let the dead maker's own generation, which its inbox hands on, come first: it may resume a
    /// call that is already paid for.
    private long resumeLooks(CacheKey key, Optional<CacheEntry> seen) {
        boolean died = seen.filter(entry -> entry.state() == CacheEntry.State.MAKING)
                .filter(entry -> !entry.owner().equals(leases.self()))
                .filter(entry -> !entry.generationId().equals(key.generationId()))
                .isPresent();
        return died ? RESUMED_WITHIN.dividedBy(config.pollEvery()) : 0;
    }

    private boolean claimed(CacheKey key, String claim, Optional<CacheEntry> seen) {
        var making = CacheEntry.making(key, claim, leases.self());
        return seen.map(entry -> entries.replace(key.hash(), entry.claim(), making))
                .orElseGet(() -> entries.insert(making));
    }

    /// Keeps a result for all. What it points at still belongs to its maker, and will be gone; so when it cannot be
    /// kept, the next one of those who wait makes it for the others. Its maker has paid, and has it whatever
    /// happens.
    Turn made(CacheKey key, String claim, PartResult made) {
        try {
            var ready = ready(key, claim, made);
            entries.put(ready);
            return new Turn.Hit(ready);
        } catch (RuntimeException e) {
            LOG.warn("a result is not cached", e);
            release(key, claim);
            return new Turn.Again();
        }
    }

    private CacheEntry ready(CacheKey key, String claim, PartResult made) {
        var now = Instant.now();
        var ttl = Duration.ofSeconds(config.ttlSeconds());
        if (made.fallback() && config.fallbackTtl().compareTo(ttl) < 0) ttl = config.fallbackTtl();
        var copies = objects.copy(key, made, now.plus(ttl).plus(config.grace()));
        boolean inside = config.storeBinary() && made.staged().size() <= SMALL;
        byte[] binary = inside ? objects.bytes(copies.result().staged()) : null;
        var fields = EntryFields.of(key, copies, binary, config.keepParameters());
        return CacheEntry.ready(key, claim, now, ttl, fields);
    }

    /// What cannot succeed, or not before the provider's own time, fails for all who wait; anything else is the
    /// next one's to try.
    Turn failed(CacheKey key, String claim, ProviderException e) {
        boolean oursAlone = e.code() == FailureCode.CANCELLED;
        if (oursAlone || e.code().retryable() && e.retryAfter().isEmpty()) {
            release(key, claim);
            return new Turn.Again();
        }
        try {
            entries.replace(key.hash(), claim, CacheEntry.failed(key, claim, e));
        } catch (RuntimeException unwritten) {
            LOG.warnf("others are not told of a failure: %s", unwritten.getMessage());
            release(key, claim);
        }
        return new Turn.Failed(CacheEntry.failed(key, claim, e).failure());
    }

    /// Lets the next one make it.
    void release(CacheKey key, String claim) {
        leftBehind.put(claim, key.hash());
        try {
            releaseLeftBehind();
        } catch (RuntimeException e) {
            LOG.debugf("released later: %s", e.getMessage());
        }
    }

    void releaseLeftBehind() {
        leftBehind.forEach((claim, hash) -> {
            entries.release(hash, claim);
            leftBehind.remove(claim);
        });
    }
}
