package dev.mediagen.worker.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.GenerationCompleted;
import dev.mediagen.contracts.GenerationFailed;
import dev.mediagen.contracts.GenerationProgressed;
import dev.mediagen.contracts.PartRequest;
import dev.mediagen.contracts.Topics;
import dev.mediagen.worker.events.EventPublisher;
import dev.mediagen.worker.parts.PartHandler;
import dev.mediagen.worker.parts.PartResult;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.staging.StagingArea;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/// Runs one claimed part: make, keep the outcome in the inbox, publish it.
@ApplicationScoped
class GenerationWorker {
    private static final Logger LOG = Logger.getLogger(GenerationWorker.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private final Inbox inbox;
    private final EventPublisher publisher;
    private final StagingArea staging;
    private final Instance<PartHandler<?>> handlers;
    private final WorkerConfig config;
    private final MeterRegistry meters;

    GenerationWorker(
            Inbox inbox,
            EventPublisher publisher,
            StagingArea staging,
            @Any Instance<PartHandler<?>> handlers,
            WorkerConfig config,
            MeterRegistry meters) {
        this.inbox = inbox;
        this.publisher = publisher;
        this.staging = staging;
        this.handlers = handlers;
        this.config = config;
        this.meters = meters;
    }

    void run(InboxEntry entry) {
        MDC.put("generationId", entry.generationId());
        var timer = Timer.start(meters);
        String provider = "none";
        String outcome = "completed";
        try (var attempt = new Attempt(entry, staging, publisher)) {
            var result = make(entry, attempt);
            provider = result.provider();
            succeed(entry, result);
        } catch (ProviderException e) {
            outcome = e.code().name();
            fail(entry, e);
        } catch (InterruptedException e) {
            outcome = "interrupted";
            Thread.currentThread().interrupt();
        } catch (RuntimeException | IOException e) {
            LOG.errorf(e, "%s failed unexpectedly", entry.id());
            outcome = FailureCode.UNEXPECTED.name();
            fail(entry, new ProviderException(FailureCode.UNEXPECTED, "unexpected failure", e));
        } finally {
            timer.stop(meters.timer("generation", "kind", kind(entry), "provider", provider, "outcome", outcome));
            MDC.remove("generationId");
        }
    }

    /// `speech-requested` -> `speech`.
    private static String kind(InboxEntry entry) {
        return entry.topic().substring(0, entry.topic().lastIndexOf('-'));
    }

    private PartResult make(InboxEntry entry, Attempt attempt) throws ProviderException, InterruptedException {
        for (PartHandler<?> handler : handlers) {
            if (entry.topic().equals(Topics.of(handler.requestType()))) {
                attempt.progress(1, "started");
                return make(handler, entry.request(), attempt);
            }
        }
        throw new ProviderException(FailureCode.INVALID_REQUEST, "no handler here for " + entry.topic());
    }

    private static <R extends PartRequest> PartResult make(PartHandler<R> handler, String json, Attempt attempt)
            throws ProviderException, InterruptedException {
        try {
            return handler.make(ContractJson.mapper().readValue(json, handler.requestType()), attempt);
        } catch (JsonProcessingException e) {
            throw new ProviderException(FailureCode.INVALID_REQUEST, "unreadable request", e);
        }
    }

    private void succeed(InboxEntry entry, PartResult result) {
        var completion = new GenerationCompleted(
                entry.generationId(),
                entry.part(),
                entry.tenant(),
                entry.epoch(),
                entry.attempt(),
                result.staged(),
                result.renditions(),
                result.produced(),
                result.provider(),
                result.fallback(),
                result.fromCache(),
                result.chargeable(),
                result.warnings());
        boolean ours =
                inbox.replace(entry, entry.completed(completion, Instant.now().plus(config.republishEvery())));
        if (!ours)
            LOG.warnf("%s epoch %d was taken over; storage decides whose result is kept", entry.id(), entry.epoch());
        publisher.publish(entry.generationId(), completion);
    }

    private void fail(InboxEntry entry, ProviderException e) {
        var now = Instant.now();
        if (e.code().retryable() && entry.attempt() < config.maxAttempts()) {
            var pause = pause(entry.attempt(), e);
            LOG.warnf("%s try %d: %s %s, again in %s", entry.id(), entry.attempt(), e.code(), e.getMessage(), pause);
            if (inbox.replace(entry, entry.tryAgainIn(pause, now)))
                publisher.tell(entry.generationId(), retrying(entry, e));
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
                null,
                false);
        if (inbox.replace(entry, entry.failed(failure, now))) publisher.publish(entry.generationId(), failure);
    }

    private static GenerationProgressed retrying(InboxEntry entry, ProviderException e) {
        return new GenerationProgressed(
                entry.generationId(),
                entry.part(),
                entry.epoch(),
                entry.attempt(),
                1,
                true,
                null,
                "trying again after " + e.code());
    }

    private Duration pause(int attempt, ProviderException e) {
        long exponential = config.backoff().toMillis() << Math.min(attempt - 1, 10);
        long jittered = (long) (Math.min(exponential, LONGEST_PAUSE.toMillis())
                * ThreadLocalRandom.current().nextDouble(0.75, 1.25));
        long wished = e.retryAfter().map(Duration::toMillis).orElse(0L);
        return Duration.ofMillis(Math.max(jittered, wished));
    }

    /// Says once more what is known of a part that was asked for again.
    void answerAgain(InboxEntry entry) {
        switch (entry.state()) {
            case COMPLETED, DONE -> publisher.publish(entry.generationId(), entry.completion());
            case FAILED -> publisher.publish(entry.generationId(), entry.failure());
            case QUEUED, RUNNING -> LOG.debugf("%s is already under way", entry.id());
        }
    }

    /// Publishes a completion that storage has not answered, until it does.
    void republish(String id) {
        inbox.find(id).filter(e -> e.state() == InboxState.COMPLETED).ifPresent(entry -> {
            if (entry.dueAt().isAfter(Instant.now())) return;
            var next = entry.completed(
                    entry.completion(),
                    Instant.now().plus(config.republishEvery().multipliedBy(2)));
            if (inbox.replace(entry, next)) publisher.publish(entry.generationId(), entry.completion());
        });
    }
}
