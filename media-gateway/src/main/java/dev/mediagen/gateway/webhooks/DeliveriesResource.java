package dev.mediagen.gateway.webhooks;

import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.api.Cursor;
import dev.mediagen.gateway.api.ProblemException;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What was sent to a webhook, and sending it again.
@Path("/api/webhooks/{id}")
@Tag(name = "webhooks")
@Authenticated
@RunOnVirtualThread
class DeliveriesResource {
    private static final int MOST = 100;
    private final OwnWebhooks own;
    private final DeliveryStore deliveries;
    private final Replays replays;
    private final SecurityIdentity identity;

    DeliveriesResource(OwnWebhooks own, DeliveryStore deliveries, Replays replays, SecurityIdentity identity) {
        this.own = own;
        this.deliveries = deliveries;
        this.replays = replays;
        this.identity = identity;
    }

    @GET
    @Path("/deliveries")
    @Operation(summary = "What was sent to a webhook in the last 7 days, newest first, with every try")
    public DeliveryView.Page list(
            @PathParam("id") String id,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > MOST) throw ProblemException.invalid("limit", "must be 1 to " + MOST);
        var hook = own.find(Caller.of(identity), id);
        var found = deliveries.list(hook.id(), cursor == null ? null : Cursor.of(cursor), limit + 1);
        var page = found.stream().limit(limit).toList();
        var last = found.size() > limit ? page.getLast() : null;
        return new DeliveryView.Page(
                page.stream().map(DeliveryView::of).toList(),
                last == null ? null : new Cursor(last.createdAt(), last.id()).text());
    }

    @POST
    @Path("/deliveries/{n}/replay")
    @Operation(
            summary = "Send a delivery again",
            description = "Under its id, so that a receiver knows it; failing, it is tried over a day again.")
    @APIResponseSchema(value = DeliveryView.class, responseCode = "202")
    @APIResponse(responseCode = "409", description = "the webhook is disabled")
    public Response replay(@PathParam("id") String id, @PathParam("n") String delivery) {
        var hook = own.find(Caller.of(identity), id);
        return Response.accepted(DeliveryView.of(replays.replay(hook, delivery)))
                .build();
    }

    @POST
    @Path("/ping")
    @Operation(
            summary = "Try a webhook now",
            description = "Answers when the receiver has. A disabled webhook that accepts it is enabled again.")
    public DeliveryView ping(@PathParam("id") String id) {
        var caller = Caller.of(identity);
        return DeliveryView.of(replays.ping(UserWebhooks.id(caller), own.find(caller, id)));
    }
}
