package dev.mediagen.gateway.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.api.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.Document;

/// Accounts in MongoDB. Only the gateway writes them.
@ApplicationScoped
class AccountStore implements PanacheMongoRepositoryBase<Account, String> {
    private static final int LOCKS = 64;
    private static final int MOST_REMEMBERED = 2_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    /// A user's changes on this replica come one after the other: all at once they would only undo each other.
    private final List<Lock> locks =
            Stream.generate(() -> (Lock) new ReentrantLock()).limit(LOCKS).toList();
    private final CreditsConfig config;
    /// What this replica read or wrote last: most changes meet no other, and need not be read for.
    private final Cache<String, Account> recent;

    AccountStore(CreditsConfig config, MeterRegistry meters) {
        this.config = config;
        recent = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(REMEMBERED)
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(meters, recent, "accounts");
    }

    void createIndexes(@Observes StartupEvent event) {
        mongoCollection().createIndex(new Document("unrecorded", 1));
    }

    /// The account of a user, opened at first sight.
    Account of(Caller caller) {
        String id = Account.id(caller);
        var known = findById(id);
        if (known != null) return known;
        try {
            persist(Account.opened(caller, config.start(), Instant.now()));
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) throw e;
        }
        return findById(id);
    }

    /// Applies a change until it meets no other; one that returns its argument is not written.
    void change(Caller caller, UnaryOperator<Account> change) {
        var lock = locks.get(Math.floorMod(Account.id(caller).hashCode(), LOCKS));
        lock.lock();
        try {
            while (!changed(recent.get(Account.id(caller), id -> of(caller)), change))
                recent.invalidate(Account.id(caller));
        } finally {
            lock.unlock();
        }
    }

    /// @return false when the account has changed since it was read
    private boolean changed(Account before, UnaryOperator<Account> change) {
        Account after;
        try {
            after = change.apply(before);
        } catch (ProblemException refused) {
            if (findById(before.id()).version() == before.version()) throw refused;
            return false;
        }
        if (after == before) return true;
        var seen = new Document("_id", before.id()).append("version", before.version());
        if (mongoCollection().replaceOne(seen, after).getMatchedCount() == 0) return false;
        recent.put(after.id(), after);
        return true;
    }

    /// Those with movements that the ledger may not have.
    List<Account> unrecorded() {
        return mongoCollection().find(new Document("unrecorded", true)).into(new ArrayList<>());
    }
}
