package dev.mediagen.gateway.generations;

import com.mongodb.MongoException;
import dev.mediagen.gateway.accounts.Accounts;
import dev.mediagen.gateway.accounts.Accounts.Held;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Gives back what was reserved for generations that were never recorded: their gateway died in between. Running it
/// on every replica is harmless.
@ApplicationScoped
class HoldSweep {
    private static final Logger LOG = Logger.getLogger(HoldSweep.class);
    private final Accounts accounts;
    private final GenerationStore store;
    private final Duration patience;

    HoldSweep(
            Accounts accounts,
            GenerationStore store,
            @ConfigProperty(name = "media.holds.unrecorded-after", defaultValue = "30s") Duration patience) {
        this.accounts = accounts;
        this.store = store;
        this.patience = patience;
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        try {
            accounts.heldSince(Instant.now().minus(patience)).forEach(this::giveBack);
        } catch (MongoException e) {
            LOG.warnf("holds not swept: %s", e.getMessage());
        }
    }

    /// Its id is taken first: a gateway that was only slow records it no more.
    private void giveBack(Held held) {
        if (store.findById(held.generationId()) != null) return;
        if (!store.add(Generation.neverRecorded(held.generationId(), Instant.now()))) return;
        LOG.warnf("%s was paid for and never recorded; its credits are given back", held.generationId());
        accounts.settle(held.caller(), held.generationId(), Set.of());
    }
}
