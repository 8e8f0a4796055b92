package dev.mediagen.worker.inbox;

import com.mongodb.MongoException;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.GenerationCompleted;
import dev.mediagen.contracts.GenerationFailed;
import dev.mediagen.contracts.GenerationProgressed;
import dev.mediagen.worker.events.EventPublisher;
import dev.mediagen.worker.parts.PartResult;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/// How a try ended: kept in the inbox first, published after, and said again whenever somebody asks.
@ApplicationScoped
class Outcomes {
    private static final Logger LOG = Logger.getLogger(Outcomes.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private final Inbox inbox;
    private final EventPublisher publisher;
    private final WorkerConfig config;

    Outcomes(Inbox inbox, EventPublisher publisher, WorkerConfig config) {
        this.inbox = inbox;
        this.publisher = publisher;
        this.config = config;
    }

    void succeeded(InboxEntry entry, int tries, PartResult result) throws InterruptedException {
        var completion = new GenerationCompleted(
                entry.generationId(),
                entry.part(),
                entry.tenant(),
                entry.epoch(),
                tries,
                result.staged(),
                result.renditions(),
                result.produced(),
                result.provider(),
                result.fallback(),
                result.fromCache(),
                result.chargeable(),
                result.warnings(),
                result.keepUnder());
        if (!keep(entry, entry.completed(completion, nextPublish(1))))
            LOG.warnf("%s epoch %d was taken over; storage decides whose result is kept", entry.id(), entry.epoch());
        publish(entry, completion);
    }

    void failed(InboxEntry entry, ProviderException e) throws InterruptedException {
        if (e.code() == FailureCode.CANCELLED) {
            LOG.infof("%s: %s", entry.id(), e.getMessage());
            return;
        }
        var now = Instant.now();
        if (later(e)) {
            var pause = pause(1, e);
            LOG.infof("%s waits %s for %s: %s", entry.id(), pause, e.provider().orElse("?"), e.code());
            if (keep(entry, entry.waitFor(pause, now))) publisher.tell(entry.generationId(), retrying(entry, e));
            return;
        }
        if (ours(e) && entry.attempt() < config.maxAttempts()) {
            var pause = pause(entry.attempt(), e);
            LOG.warnf("%s try %d: %s %s, again in %s", entry.id(), entry.attempt(), e.code(), e.getMessage(), pause);
            if (keep(entry, entry.tryAgainIn(pause, now))) publisher.tell(entry.generationId(), retrying(entry, e));
            return;
        }
        LOG.warnf("%s failed after %d tries: %s %s", entry.id(), entry.attempt(), e.code(), e.getMessage());
        var failure = new GenerationFailed(
                entry.generationId(),
                entry.part(),
                entry.epoch(),
                entry.attempt(),
                e.code(),
                e.getMessage(),
                e.provider().orElse(null),
                e.isCostly());
        if (keep(entry, entry.failed(failure, now))) publish(entry, failure);
    }

    /// A provider that asks us to come back later is asked again until the deadline.
    private static boolean later(ProviderException e) {
        boolean asked = e.code() == FailureCode.RATE_LIMITED || e.retryAfter().isPresent();
        return e.code().retryable() && e.provider().isPresent() && asked;
    }

    /// Trouble of our own is worth another try; calls to a provider were tried again on the spot.
    private static boolean ours(ProviderException e) {
        boolean store = e.code() == FailureCode.STORAGE_UNAVAILABLE;
        return e.code().retryable() && (store || e.provider().isEmpty());
    }

    /// Ends a part that took every replica with it that made it.
    void givenUp(InboxEntry seen) {
        inbox.find(seen.id())
                .filter(e -> e.epoch() == seen.epoch() && e.state() == InboxState.RUNNING)
                .ifPresent(entry -> {
                    LOG.errorf("%s: %d replicas were lost while they made it", entry.id(), entry.attempt());
                    var failure = new GenerationFailed(
                            entry.generationId(),
                            entry.part(),
                            entry.epoch(),
                            entry.attempt(),
                            FailureCode.UNEXPECTED,
                            "whoever made it was lost each time",
                            null,
                            true);
                    if (inbox.replace(entry, entry.failed(failure, Instant.now()))) publish(entry, failure);
                });
    }

    /// Says once more what is known of a part that was asked for again.
    void sayAgain(InboxEntry entry) {
        switch (entry.state()) {
            case COMPLETED, DONE -> publish(entry, entry.completion());
            case FAILED -> publish(entry, entry.failure());
            case CANCELLED -> LOG.debugf("%s is cancelled", entry.id());
            case QUEUED, RUNNING -> LOG.debugf("%s is already under way", entry.id());
        }
    }

    /// Publishes a completion again that storage has not answered, at growing intervals.
    void sayAgainIfDue(String id) {
        inbox.find(id).filter(e -> e.state() == InboxState.COMPLETED).ifPresent(entry -> {
            if (entry.dueAt().isAfter(Instant.now())) return;
            var next = entry.completed(entry.completion(), nextPublish(entry.published() + 1));
            if (inbox.replace(entry, next)) publish(entry, entry.completion());
        });
    }

    /// A result is not given up because the database is away for a while.
    private boolean keep(InboxEntry entry, InboxEntry next) throws InterruptedException {
        while (true) {
            try {
                return inbox.replace(entry, next);
            } catch (MongoException e) {
                LOG.warnf("outcome of %s not kept yet: %s", entry.id(), e.getMessage());
                if (Instant.now().isAfter(entry.expiresAt())) return false;
                Thread.sleep(config.backoff());
            }
        }
    }

    /// What does not get through is published again: by the sweep, or when it is asked for again.
    private void publish(InboxEntry entry, Record outcome) {
        try {
            publisher.publish(entry.generationId(), outcome);
        } catch (RuntimeException e) {
            LOG.warnf("outcome of %s not published yet: %s", entry.id(), e);
        }
    }

    private Instant nextPublish(int published) {
        long pause = config.republishEvery().toMillis() << Math.min(published - 1, 10);
        return Instant.now().plusMillis(Math.min(pause, LONGEST_PAUSE.toMillis()));
    }

    private static GenerationProgressed retrying(InboxEntry entry, ProviderException e) {
        return new GenerationProgressed(
                entry.generationId(),
                entry.part(),
                entry.epoch(),
                entry.attempt(),
                1,
                true,
                e.provider().orElse(null),
                "trying again after " + e.code());
    }

    private Duration pause(int attempt, ProviderException e) {
        long exponential = config.backoff().toMillis() << Math.min(attempt - 1, 10);
        double jitter = ThreadLocalRandom.current().nextDouble(0.75, 1.25);
        long jittered = (long) (Math.min(exponential, LONGEST_PAUSE.toMillis()) * jitter);
        long wished = e.retryAfter().map(Duration::toMillis).orElse(0L);
        return Duration.ofMillis(Math.max(jittered, wished));
    }
}
