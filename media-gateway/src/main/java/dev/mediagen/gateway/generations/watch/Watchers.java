package dev.mediagen.gateway.generations.watch;

import dev.mediagen.gateway.generations.Generation;
import dev.mediagen.gateway.generations.Generations;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// Who watches which generation on this gateway. They hear at once of what changes here; of what changes on another
/// gateway from its announcement, and of its progress within seconds.
@ApplicationScoped
class Watchers {
    private static final Logger LOG = Logger.getLogger(Watchers.class);
    private final Generations generations;
    private final Map<String, Set<Watcher>> watched = new ConcurrentHashMap<>();

    Watchers(Generations generations) {
        this.generations = generations;
    }

    /// Somebody who wants to hear of one generation.
    interface Watcher {
        /// May be told the same twice, and what is older than what it knows.
        void hear(Generation generation);

        /// Nothing has happened for a while.
        void beat();
    }

    void add(String id, Watcher watcher) {
        watched.compute(id, (key, those) -> {
            Set<Watcher> all = those == null ? ConcurrentHashMap.newKeySet() : those;
            all.add(watcher);
            return all;
        });
    }

    void remove(String id, Watcher watcher) {
        watched.computeIfPresent(id, (key, all) -> {
            all.remove(watcher);
            return all.isEmpty() ? null : all;
        });
    }

    void changed(@Observes Generation now) {
        for (Watcher watcher : watched.getOrDefault(now.id(), Set.of())) {
            try {
                watcher.hear(now);
            } catch (RuntimeException e) {
                // whoever changed it has nothing to do with who watches
                LOG.warnf("%s: somebody who watches was not told: %s", now.id(), e);
            }
        }
    }

    /// Something happened to a generation, here or elsewhere.
    void look(String id) {
        if (watched.containsKey(id)) generations.lookUp(id).ifPresent(this::changed);
    }

    @Scheduled(every = "3s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAtAll() {
        try {
            generations.lookUp(watched.keySet(), this::changed);
        } catch (RuntimeException e) {
            LOG.warnf("not looked at what is watched: %s", e);
        }
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void beat() {
        watched.values().forEach(all -> all.forEach(Watcher::beat));
    }
}
