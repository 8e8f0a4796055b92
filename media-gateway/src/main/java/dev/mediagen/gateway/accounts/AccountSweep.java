package dev.mediagen.gateway.accounts;

import com.mongodb.MongoException;
import dev.mediagen.gateway.access.Caller;
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

    AccountSweep(AccountStore accounts, Ledger ledger) {
        this.accounts = accounts;
        this.ledger = ledger;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        try {
            accounts.unrecorded().forEach(this::record);
        } catch (MongoException e) {
            LOG.warnf("movements not recorded yet: %s", e.getMessage());
        }
    }

    private void record(Account account) {
        ledger.record(account.moving());
        var ids = account.moving().stream().map(Movement::id).collect(Collectors.toSet());
        accounts.change(new Caller(account.tenant(), account.user()), a -> a.recorded(ids));
    }
}
