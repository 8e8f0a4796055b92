package dev.mediagen.gateway.access;

import dev.mediagen.gateway.api.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// The one place where scopes are enforced: every operation that is not open to all needs one.
class ScopeCheck {
    private final SecurityIdentity identity;

    ScopeCheck(SecurityIdentity identity) {
        this.identity = identity;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    void check(ContainerRequestContext request, ResourceInfo called) {
        var method = called.getResourceMethod();
        var resource = called.getResourceClass();
        if (method.isAnnotationPresent(PermitAll.class) || resource.isAnnotationPresent(PermitAll.class)) return;
        // the template, since a path can be written in many ways
        var needed = Scope.neededFor(request.getMethod(), path(resource) + path(method));
        if (!identity.hasRole(needed.text()))
            throw new ProblemException(
                    403,
                    "FORBIDDEN",
                    "this needs the scope %s, which your key or token does not have".formatted(needed),
                    false,
                    null);
    }

    private static String path(AnnotatedElement element) {
        var path = element.getAnnotation(Path.class);
        if (path == null) return "";
        return path.value().startsWith("/") ? path.value() : "/" + path.value();
    }
}
