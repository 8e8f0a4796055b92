package dev.mediagen.gateway.generations;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.GenerationFailed;
import dev.mediagen.contracts.Part;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Sees to it that every generation ends, whatever was lost on the way: asks again, gives up timings nobody makes,
/// ends what is past its deadline, announces what was not. Running it on every replica is harmless.
@ApplicationScoped
class GenerationSweep {
    private static final Logger LOG = Logger.getLogger(GenerationSweep.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /// Thousands that are under way are looked at less often: it takes at most this share of the time.
    private static final int SHARE = 20;
    private final GenerationStore store;
    private final Generations generations;
    private final GenerationPublisher publisher;
    private final Duration firstPause;
    private final Duration alignmentPatience;
    private final Duration alignmentSilence;
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();

    private final Set<String> closing = ConcurrentHashMap.newKeySet();
    private long notBefore = System.nanoTime();

    private record Asked(Instant next, Duration pause) {}

    GenerationSweep(
            GenerationStore store,
            Generations generations,
            GenerationPublisher publisher,
            @ConfigProperty(name = "media.generation.ask-again", defaultValue = "3s") Duration firstPause,
            @ConfigProperty(name = "media.alignment.patience", defaultValue = "60s") Duration alignmentPatience,
            @ConfigProperty(name = "media.alignment.silence", defaultValue = "10m") Duration alignmentSilence) {
        this.store = store;
        this.generations = generations;
        this.publisher = publisher;
        this.firstPause = firstPause;
        this.alignmentPatience = alignmentPatience;
        this.alignmentSilence = alignmentSilence;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        long began = System.nanoTime();
        if (began < notBefore) return;
        // each has its time: one user's many do not push others back
        for (Generation throttled : store.due(Instant.now()))
            generations.change(throttled.id(), g -> g.begun(Instant.now()));
        sweep(Instant.now());
        notBefore = System.nanoTime() + SHARE * (System.nanoTime() - began);
    }

    private void sweep(Instant now) {
        var open = store.open();
        for (Generation generation : open) {
            try {
                sweep(generation, now);
            } catch (RuntimeException e) {
                LOG.warnf("sweep of %s: %s", generation.id(), e);
            }
        }
        var ids = open.stream().map(Generation::id).collect(Collectors.toSet());
        asked.keySet().removeIf(key -> !ids.contains(key.substring(0, key.indexOf('/'))));
    }

    private void sweep(Generation generation, Instant now) {
        if (generation.status().terminal()) {
            if (generation.finishedAt().isBefore(now.minus(firstPause))) close(generation);
        } else if (generation.expiresAt().isBefore(now)) {
            generations.change(generation.id(), g -> g.expired(Instant.now()));
        } else {
            generation.parts().forEach((part, state) -> follow(generation, part, state, now));
        }
    }

    /// Each on its own: while the broker is away every one of them waits.
    private void close(Generation ended) {
        if (!closing.add(ended.id())) return;
        Thread.startVirtualThread(() -> {
            try {
                generations.close(ended);
            } finally {
                closing.remove(ended.id());
            }
        });
    }

    private void follow(Generation generation, Part part, PartState state, Instant now) {
        if (!state.status().asked()) return;
        boolean unheard = state.status() == PartStatus.REQUESTED
                ? state.requestedAt().plus(alignmentPatience).isBefore(now)
                : generation.updatedAt().plus(alignmentSilence).isBefore(now);
        if (unheard && !generation.request().needs(part)) {
            var none = new GenerationFailed(
                    generation.id(),
                    part,
                    state.epoch(),
                    0,
                    FailureCode.PROVIDER_UNAVAILABLE,
                    "no worker answered",
                    null,
                    false);
            generations.change(generation.id(), g -> g.failed(none, Instant.now()));
            return;
        }
        // who has been heard of owes the part, and says so again by itself
        boolean heard = state.status() != PartStatus.REQUESTED;
        var first = heard ? LONGEST_PAUSE : firstPause;
        String key = "%s/%s/%s".formatted(generation.id(), part, heard);
        var due = asked.computeIfAbsent(key, k -> new Asked((heard ? now : state.requestedAt()).plus(first), first));
        if (due.next().isAfter(now)) return;
        var pause = due.pause().multipliedBy(2);
        asked.put(key, new Asked(now.plus(due.pause()), pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause));
        publisher.ask(part, generation);
    }
}
