package dev.mediagen.gateway.webhooks;

import dev.mediagen.gateway.access.Caller;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/webhooks")
@Tag(name = "webhooks")
@Authenticated
@RunOnVirtualThread
class WebhooksResource {
    private final OwnWebhooks own;
    private final SecurityIdentity identity;
    private final Warnings warnings;

    WebhooksResource(OwnWebhooks own, SecurityIdentity identity, Warnings warnings) {
        this.own = own;
        this.identity = identity;
        this.warnings = warnings;
    }

    record WebhooksView(List<WebhookView> webhooks) {}

    @POST
    @Operation(
            summary = "Be told of your generations",
            description = "Messages follow Standard Webhooks 1.0. The secret is shown in this answer and never again.")
    @APIResponseSchema(value = WebhookView.class, responseCode = "201")
    @APIResponse(responseCode = "429", description = "the caller has as many webhooks as anybody may")
    @APIResponse(responseCode = "503", description = "this installation has no key to seal secrets with")
    public Response register(@Valid @NotNull WebhookRequest body) {
        var made = own.register(Caller.of(identity), body);
        return Response.status(201)
                .entity(WebhookView.of(made.webhook(), made.secret(), warnings.all()))
                .build();
    }

    @GET
    @Operation(summary = "Your webhooks, oldest first")
    public WebhooksView list() {
        return new WebhooksView(
                own.of(Caller.of(identity)).stream().map(WebhookView::of).toList());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of your webhooks")
    public WebhookView find(@PathParam("id") String id) {
        return WebhookView.of(own.find(Caller.of(identity), id));
    }

    @POST
    @Path("/{id}/rotate")
    @Operation(
            summary = "Replace the secret of a webhook",
            description = "For 24 hours every message is signed with the old secret as well.")
    public WebhookView rotate(@PathParam("id") String id) {
        var made = own.rotate(Caller.of(identity), id);
        return WebhookView.of(made.webhook(), made.secret(), null);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Forget a webhook", description = "Nothing more is sent to it; its log is gone.")
    @APIResponse(responseCode = "204", description = "forgotten")
    public void forget(@PathParam("id") String id) {
        if (!own.remove(Caller.of(identity), id)) throw ProblemException.notFound("webhook");
    }
}
