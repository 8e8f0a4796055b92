package dev.mediagen.gateway.access;

import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.gateway.api.Warnings;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/keys")
@Tag(name = "keys")
@Authenticated
@RunOnVirtualThread
class KeysResource {
    private final ApiKeys keys;
    private final SecurityIdentity identity;
    private final Warnings warnings;

    KeysResource(ApiKeys keys, SecurityIdentity identity, Warnings warnings) {
        this.keys = keys;
        this.identity = identity;
        this.warnings = warnings;
    }

    record KeysView(List<KeyView> keys) {}

    @GET
    @Operation(summary = "Your API keys, newest first", description = "Without their secrets, which nobody knows.")
    public KeysView list() {
        return new KeysView(
                keys.of(Caller.of(identity)).stream().map(KeyView::of).toList());
    }

    @POST
    @Operation(
            summary = "Make an API key of your own",
            description = "The answer is the only one that holds the whole key. It gets no scope that you do not have.")
    @APIResponseSchema(value = KeyView.class, responseCode = "201")
    @APIResponse(responseCode = "403", description = "a scope that the key or token of this request does not have")
    @APIResponse(responseCode = "429", description = "the caller has as many keys as anybody may")
    public Response create(@Valid @NotNull KeyRequest body) {
        for (Scope scope : body.scopes()) {
            if (!identity.hasRole(scope.text()))
                throw ProblemException.forbidden(
                        "scopes", "must not contain %s, which your key or token does not have".formatted(scope));
        }
        var made = NewSecret.key();
        var scopes = body.scopes().stream().map(Scope::text).collect(Collectors.toUnmodifiableSet());
        // as the database keeps it
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var expiresAt = body.expiresAt() == null ? null : body.expiresAt().truncatedTo(ChronoUnit.MILLIS);
        var key = made.owned(Caller.of(identity), body.name(), scopes, now, expiresAt);
        keys.add(key);
        return Response.status(201)
                .entity(KeyView.of(key).created(made.text(), warnings.all()))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Revoke a key", description = "Within five seconds no gateway accepts it any more.")
    @APIResponse(responseCode = "204", description = "revoked")
    public void revoke(@PathParam("id") String id) {
        if (!keys.revoke(Caller.of(identity), id)) throw ProblemException.notFound("key");
    }
}
