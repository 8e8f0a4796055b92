package dev.mediagen.gateway.generations;

import com.mongodb.MongoException;
import dev.mediagen.contracts.Part;
import dev.mediagen.gateway.accounts.Accounts;
import dev.mediagen.gateway.accounts.Hold;
import dev.mediagen.gateway.accounts.Holds;
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
    private final Holds holds;
    private final GenerationStore store;
    private final Duration patience;

    HoldSweep(
            Accounts accounts,
            Holds holds,
            GenerationStore store,
            @ConfigProperty(name = "media.holds.unrecorded-after", defaultValue = "30s") Duration patience) {
        this.accounts = accounts;
        this.holds = holds;
        this.store = store;
        this.patience = patience;
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        try {
            holds.before(Instant.now().minus(patience)).forEach(this::look);
        } catch (MongoException e) {
            LOG.warnf("holds not swept: %s", e.getMessage());
        }
    }

    private void look(Hold hold) {
        var generation = store.findById(hold.id());
        if (generation == null) giveBack(hold);
        else if (generation.status().terminal()) settled(hold, generation);
    }

    /// Its id is taken first: a gateway that was only slow records it no more.
    private void giveBack(Hold hold) {
        if (!store.add(Generation.neverRecorded(hold.id(), Instant.now()))) return;
        LOG.warnf("%s was paid for and never recorded; its credits are given back", hold.id());
        settle(hold, Set.of());
    }

    private void settled(Hold hold, Generation generation) {
        settle(hold, generation.terms().due(generation.parts()));
    }

    private void settle(Hold hold, Set<Part> kept) {
        accounts.settle(hold.caller(), hold.id(), hold.kind(), hold.credits(), kept);
        holds.forget(hold);
    }
}
