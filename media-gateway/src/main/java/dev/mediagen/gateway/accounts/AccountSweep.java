package dev.mediagen.gateway.accounts;

import com.mongodb.MongoException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Brings movements from the accounts into the ledger. Running it on every replica is harmless.
@ApplicationScoped
class AccountSweep {
    private static final Logger LOG = Logger.getLogger(AccountSweep.class);
    private final AccountStore accounts;
    private final Ledger ledger;
    private final Holds holds;

    AccountSweep(AccountStore accounts, Ledger ledger, Holds holds) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.holds = holds;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        try {
            accounts.unrecorded().forEach(this::record);
        } catch (MongoException e) {
            LOG.warnf("movements not recorded yet: %s", e.getMessage());
        }
    }

    /// The ledger first: a movement is always in one of the two.
    void record(Account account) {
        ledger.record(account.moving());
        holds.follow(account.moving());
        var ids = account.moving().stream().map(Movement::id).collect(Collectors.toSet());
        accounts.change(account.caller(), a -> a.recorded(ids));
    }
}
