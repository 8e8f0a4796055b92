package dev.mediagen.gateway.generations.start;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.Kind;
import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.api.Problem;
import dev.mediagen.gateway.api.RequestDigest;
import dev.mediagen.gateway.api.RequestId;
import dev.mediagen.gateway.api.Warnings;
import dev.mediagen.gateway.generations.Generation;
import dev.mediagen.gateway.generations.GenerationRequest;
import dev.mediagen.gateway.generations.Generations;
import dev.mediagen.gateway.generations.Status;
import dev.mediagen.gateway.generations.view.GenerationViews;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What every POST that starts work does once its body is checked: accept, wait if asked to, answer.
@RequestScoped
class Admission {
    private static final int RETRY_AFTER = 2;
    private final Starts starts;
    private final Generations generations;
    private final GenerationViews views;
    private final SecurityIdentity identity;
    private final Warnings warnings;
    private final RequestId requestId;
    private final RequestDigest digest;

    Admission(
            Starts starts,
            Generations generations,
            GenerationViews views,
            SecurityIdentity identity,
            Warnings warnings,
            RequestId requestId,
            RequestDigest digest) {
        this.starts = starts;
        this.generations = generations;
        this.views = views;
        this.identity = identity;
        this.warnings = warnings;
        this.requestId = requestId;
        this.digest = digest;
    }

    Caller caller() {
        return Caller.of(identity);
    }

    /// Before anything that takes long.
    ///
    /// @throws dev.mediagen.gateway.api.ProblemException 400
    static void checkPrefer(HttpHeaders headers) {
        prefer(headers, Duration.ZERO);
    }

    private static Wait prefer(HttpHeaders headers, Duration defaultWait) {
        return Wait.of(Optional.ofNullable(headers.getRequestHeader("Prefer")).orElse(List.of()), defaultWait);
    }

    /// 202 and where to look, or 200 and the result when it came within the wait.
    Response start(GenerationRequest request, HttpHeaders headers, UriInfo uri, Duration defaultWait)
            throws InterruptedException {
        return start(request, null, headers, uri, defaultWait);
    }

    /// @param earlier whose stored parts are taken over, or null
    Response start(
            GenerationRequest request, Generation earlier, HttpHeaders headers, UriInfo uri, Duration defaultWait)
            throws InterruptedException {
        var wait = prefer(headers, defaultWait);
        var start = record(request, earlier, headers, uri);
        if (start.fresh()) generations.ask(start.generation());
        return answer(generations.await(start.generation(), wait.longest()), uri);
    }

    /// Records what is asked for, or finds what was recorded under the same key; nobody is asked yet.
    Starts.Start record(GenerationRequest request, HttpHeaders headers, UriInfo uri) {
        return record(request, null, headers, uri);
    }

    private Starts.Start record(GenerationRequest request, Generation earlier, HttpHeaders headers, UriInfo uri) {
        var asked = new Starts.Asked(
                headers.getHeaderString("Idempotency-Key"),
                digest.of(uri.getPath()),
                prefer(headers, Duration.ZERO).patient());
        return starts.accept(caller(), request, earlier, warnings.all(), asked);
    }

    static URI location(String id, UriInfo uri) {
        return uri.getBaseUriBuilder().path("api/generations/{id}").build(id);
    }

    /// 202 while it is under way, 200 when it has ended, 500 where the documents say so.
    Response answer(Generation generation, UriInfo uri) {
        var location = location(generation.id(), uri);
        if (!generation.status().terminal())
            return Response.accepted(views.of(generation, uri.getBaseUri()))
                    .location(location)
                    .header("Retry-After", RETRY_AFTER)
                    .build();
        boolean failsAloud = generation.kind() == Kind.SPEECH || generation.kind() == Kind.IMAGE;
        if (failsAloud && generation.status() != Status.COMPLETED) return failed(generation, location);
        return Response.ok(views.of(generation, uri.getBaseUri()))
                .location(location)
                .build();
    }

    /// The documents' own answer for a failed speech or image.
    private Response failed(Generation generation, URI location) {
        var code = generation.failure().map(f -> f.code()).orElse(FailureCode.DEADLINE_EXCEEDED);
        String shown = code == FailureCode.API_KEY_MISSING ? code.name() : "GENERATION_FAILED";
        String detail = generation.failure().map(f -> f.message()).orElse("not made in time");
        var problem = new Problem(
                "about:blank",
                "Internal Server Error",
                500,
                detail,
                shown,
                code.retryable(),
                null,
                requestId.value(),
                generation.id(),
                generation.failure().map(f -> f.provider()).orElse(null));
        return Response.serverError()
                .type("application/problem+json")
                .location(location)
                .entity(problem)
                .build();
    }
}
