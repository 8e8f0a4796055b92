package dev.mediagen.gateway.accounts;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import dev.mediagen.gateway.access.Caller;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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
    /// A user's changes on this replica come one after the other: all at once they would only undo each other.
    private final List<Lock> locks =
            Stream.generate(() -> (Lock) new ReentrantLock()).limit(LOCKS).toList();
    private final CreditsConfig config;

    AccountStore(CreditsConfig config) {
        this.config = config;
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
    ///
    /// @return as it is now
    Account change(Caller caller, UnaryOperator<Account> change) {
        var lock = locks.get(Math.floorMod(Account.id(caller).hashCode(), LOCKS));
        lock.lock();
        try {
            while (true) {
                var before = of(caller);
                var after = change.apply(before);
                if (after == before) return before;
                var seen = new Document("_id", before.id()).append("version", before.version());
                if (mongoCollection().replaceOne(seen, after).getMatchedCount() == 1) return after;
            }
        } finally {
            lock.unlock();
        }
    }

    /// Those with movements that the ledger may not have.
    List<Account> unrecorded() {
        return mongoCollection().find(new Document("unrecorded", true)).into(new ArrayList<>());
    }

    List<Account> holding() {
        return mongoCollection()
                .find(new Document("reserved", new Document("$gt", 0)))
                .into(new ArrayList<>());
    }
}
