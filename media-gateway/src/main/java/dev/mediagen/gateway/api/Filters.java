package dev.mediagen.gateway.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// What every request and answer passes.
class Filters {
    static final int MAX_BODY = 1024 * 1024;
    private final RequestId requestId;

    Filters(RequestId requestId) {
        this.requestId = requestId;
    }

    @ServerRequestFilter(preMatching = true)
    void limitBody(ContainerRequestContext request) {
        if (request.getLength() > MAX_BODY) throw tooLarge();
    }

    @ServerResponseFilter
    void nameRequest(ContainerResponseContext answer) {
        answer.getHeaders().putSingle("X-Request-Id", requestId.value());
        if (!answer.getHeaders().containsKey("Cache-Control"))
            answer.getHeaders().putSingle("Cache-Control", "private, no-store");
    }

    static ProblemException tooLarge() {
        return new ProblemException(413, "BODY_TOO_LARGE", "a request body may have 1 MB", false, null);
    }
}
