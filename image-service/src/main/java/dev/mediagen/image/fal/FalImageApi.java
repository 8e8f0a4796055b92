package dev.mediagen.image.fal;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.image.fal.FalImagePayload.Input;
import dev.mediagen.image.fal.FalImagePayload.Output;
import dev.mediagen.image.fal.FalImagePayload.Status;
import dev.mediagen.image.fal.FalImagePayload.Submitted;
import dev.mediagen.worker.http.Outbound;
import dev.mediagen.worker.http.OutboundAnswer;
import dev.mediagen.worker.http.OutboundCall;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/// The calls of fal's queue.
@ApplicationScoped
class FalImageApi {
    private static final Logger LOG = Logger.getLogger(FalImageApi.class);
    private static final Duration LOOK = Duration.ofSeconds(15);
    private static final Set<FailureCode> OF_THE_CALL =
            EnumSet.of(FailureCode.UNAUTHORIZED, FailureCode.QUOTA_EXHAUSTED, FailureCode.RATE_LIMITED);
    static final String ID = "[A-Za-z0-9_-]{1,128}";
    private final FalImageConfig config;
    private final FalHosts hosts;
    private final Outbound outbound;

    FalImageApi(FalImageConfig config, FalHosts hosts, Outbound outbound) {
        this.config = config;
        this.hosts = hosts;
        this.outbound = outbound;
    }

    /// Starts a job.
    ///
    /// @param webhook what fal calls when it ended, or null
    /// @param startWithin fal drops it when it has not begun by then
    /// @throws ProviderException costly when fal may have accepted it all the same
    Submitted submit(String model, Input input, String webhook, Duration startWithin)
            throws ProviderException, InterruptedException {
        String query = webhook == null ? "" : "?fal_webhook=" + URLEncoder.encode(webhook, StandardCharsets.UTF_8);
        var call = OutboundCall.post(URI.create(hosts.base() + "/" + model + query))
                .json(input)
                .header("X-Fal-Request-Start-Timeout", String.valueOf(Math.max(2, startWithin.toSeconds())))
                .header(
                        "X-Fal-Object-Lifecycle-Preference",
                        "{\"expiration_duration_seconds\":%d}"
                                .formatted(config.mediaLife().toSeconds()));
        var answer = outbound.call(keyed(call));
        if (answer.ok()) return accepted(answer);
        // somebody between us and the queue may have given up on an answer that was under way
        boolean ambiguous = (answer.status() == 502 || answer.status() == 504)
                && answer.header("X-Fal-Request-Timeout-Type").isEmpty();
        throw ambiguous ? FalErrors.of(answer).costly() : FalErrors.of(answer);
    }

    private Submitted accepted(OutboundAnswer answer) throws ProviderException {
        var body = read(answer, Submitted.class);
        String id = body.map(Submitted::requestId)
                .or(() -> answer.header("x-fal-request-id"))
                .filter(text -> text.matches(ID))
                .orElseThrow(() -> garbled("fal accepted the request without saying its id"));
        return body.map(answered -> hosts.trusted(answered, id)).orElseGet(() -> hosts.urls(id));
    }

    /// Where a job is whose id is all that is known.
    Submitted urls(String requestId) {
        return hosts.urls(requestId);
    }

    /// Looks at a job, and takes its result once it has ended.
    ///
    /// @throws ProviderException when fal cannot be asked; it says nothing about the job
    FalLook look(FalJob job) throws ProviderException, InterruptedException {
        var answer = ask(OutboundCall.get(queueUri(job.statusUrl())));
        if (answer.status() == 404) return new FalLook.Gone();
        if (!answer.ok()) throw FalErrors.of(answer);
        var status = read(answer, Status.class).orElseThrow(() -> garbled("fal's answer cannot be read"));
        if (!status.completed()) return new FalLook.Waiting(status.running());
        if (status.failed() && FalErrors.known(status.errorType()))
            return new FalLook.Failed(FalErrors.of(status.errorType()));
        return result(job, status.failed());
    }

    private FalLook result(FalJob job, boolean failed) throws ProviderException, InterruptedException {
        var answer = ask(OutboundCall.get(queueUri(job.responseUrl())));
        if (answer.ok() && failed) return new FalLook.Failed(FalErrors.of((String) null));
        if (answer.ok())
            return new FalLook.Made(
                    read(answer, Output.class).orElseThrow(() -> garbled("fal's result cannot be read")));
        var detail = answer.json().path("detail");
        if (answer.status() == 400 && detail.asText().contains("still in progress")) return new FalLook.Waiting(true);
        if (answer.status() == 404) return new FalLook.Gone();
        var error = FalErrors.of(answer);
        // a 5xx without a detail is no answer of the model, but of something on the way
        boolean onTheWay = detail.isMissingNode() && (answer.status() >= 500 || answer.status() < 400);
        if (onTheWay || OF_THE_CALL.contains(error.code())) throw error;
        if (!failed && answer.status() >= 500) return new FalLook.Doubtful(error.costly());
        return new FalLook.Failed(answer.status() == 422 ? error.costly() : error);
    }

    /// @return whether it is too late because the job has ended
    boolean cancel(FalJob job) throws ProviderException, InterruptedException {
        var answer = ask(OutboundCall.put(queueUri(job.cancelUrl())));
        if (answer.ok() || answer.status() == 404) return false;
        if (answer.status() == 400) return true;
        throw FalErrors.of(answer);
    }

    /// Fetches a picture, without our key.
    void download(String url, Path target) throws ProviderException, InterruptedException {
        var uri = hosts.ofMedia(url).orElseThrow(() -> unfit("fal names a picture on a host that is not allowed"));
        var answer = outbound.download(OutboundCall.get(uri), target, config.mostBytes());
        if (answer.ok()) return;
        boolean later = answer.status() >= 500 || answer.status() == 429 || answer.status() == 408;
        if (!later) throw unfit("fal's picture cannot be fetched (HTTP %d)".formatted(answer.status()));
        throw new ProviderException(
                        FailureCode.PROVIDER_UNAVAILABLE,
                        "fal's picture cannot be fetched now",
                        answer.retryAfter(),
                        null)
                .costly();
    }

    private OutboundAnswer ask(OutboundCall call) throws ProviderException, InterruptedException {
        return outbound.call(keyed(call.within(LOOK)));
    }

    private OutboundCall keyed(OutboundCall call) {
        return call.header("Authorization", "Key " + config.apiKey().orElseThrow());
    }

    private URI queueUri(String url) {
        return hosts.ofQueue(url).orElseThrow(() -> new IllegalStateException("not a URL of fal's queue"));
    }

    private static <T> Optional<T> read(OutboundAnswer answer, Class<T> type) {
        try {
            return Optional.ofNullable(ContractJson.mapper().treeToValue(answer.json(), type));
        } catch (JsonProcessingException e) {
            LOG.debugf("not a %s: %s", type.getSimpleName(), e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static ProviderException garbled(String what) {
        return new ProviderException(FailureCode.PROVIDER_UNAVAILABLE, what).costly();
    }

    private static ProviderException unfit(String what) {
        return new ProviderException(FailureCode.QUALITY_REJECTED, what).costly();
    }
}
