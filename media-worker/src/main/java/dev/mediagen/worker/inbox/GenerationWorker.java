package dev.mediagen.worker.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.PartRequest;
import dev.mediagen.contracts.Topics;
import dev.mediagen.worker.parts.PartHandler;
import dev.mediagen.worker.parts.PartResult;
import dev.mediagen.worker.parts.ProviderException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/// Runs one claimed part: finds its handler, lets it make the part, hands the outcome on.
@ApplicationScoped
class GenerationWorker {
    private static final Logger LOG = Logger.getLogger(GenerationWorker.class);
    private final Outcomes outcomes;
    private final Attempts attempts;
    private final Instance<PartHandler<?>> handlers;
    private final MeterRegistry meters;

    GenerationWorker(
            Outcomes outcomes, Attempts attempts, @Any Instance<PartHandler<?>> handlers, MeterRegistry meters) {
        this.outcomes = outcomes;
        this.attempts = attempts;
        this.handlers = handlers;
        this.meters = meters;
    }

    void run(InboxEntry entry) {
        MDC.put("generationId", entry.generationId());
        var timer = Timer.start(meters);
        try {
            var failure = attempt(entry, timer);
            if (failure != null) outcomes.failed(entry, failure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            MDC.remove("generationId");
        }
    }

    /// @return why it failed, or null
    private ProviderException attempt(InboxEntry entry, Timer.Sample timer) throws InterruptedException {
        try (var attempt = attempts.begin(entry)) {
            var result = make(entry, attempt);
            stop(timer, entry, result.provider(), "completed");
            outcomes.succeeded(entry, attempt.tries(), result);
            return null;
        } catch (ProviderException e) {
            stop(timer, entry, e.provider().orElse("none"), e.code().name());
            return e;
        } catch (RuntimeException | IOException | Error e) {
            // an Error, too: a part that nobody ends is taken up, and paid for, again and again
            LOG.errorf(e, "%s failed unexpectedly", entry.id());
            stop(timer, entry, "none", FailureCode.UNEXPECTED.name());
            return new ProviderException(FailureCode.UNEXPECTED, "unexpected failure", e);
        }
    }

    /// The kind is that of the request: `speech-requested` -> `speech`.
    private void stop(Timer.Sample timer, InboxEntry entry, String provider, String outcome) {
        String kind = entry.topic().substring(0, entry.topic().lastIndexOf('-'));
        timer.stop(meters.timer("generation", "kind", kind, "provider", provider, "outcome", outcome));
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
}
