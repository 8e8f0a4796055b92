package dev.mediagen.gateway.generations.view;

import dev.mediagen.contracts.Kind;
import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.api.Cursor;
import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.gateway.generations.Generations;
import dev.mediagen.gateway.generations.Status;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The list of a caller's generations, and what may be done with one.
@Path("/api/generations")
@Tag(name = "generations")
@Authenticated
@RunOnVirtualThread
class GenerationActionsResource {
    private static final int MOST = 100;
    private final Generations generations;
    private final GenerationViews views;
    private final SecurityIdentity identity;

    GenerationActionsResource(Generations generations, GenerationViews views, SecurityIdentity identity) {
        this.generations = generations;
        this.views = views;
        this.identity = identity;
    }

    /// @param next cursor of the next page; null on the last
    record Page(List<GenerationView> generations, String next) {}

    @GET
    @Operation(summary = "Your generations, newest first")
    public Page list(
            @QueryParam("kind") @Schema(type = SchemaType.STRING) String kind,
            @QueryParam("status") @Schema(type = SchemaType.STRING) String status,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @Context UriInfo uri) {
        if (limit < 1 || limit > MOST) throw ProblemException.invalid("limit", "must be 1 to " + MOST);
        var wanted = new Generations.Filter(
                named("kind", kind, Kind.values(), Kind::json), named("status", status, Status.values(), Status::json));
        var found = generations.list(Caller.of(identity), wanted, cursor == null ? null : Cursor.of(cursor), limit + 1);
        var page = found.stream().limit(limit).toList();
        String next = found.size() > limit
                ? new Cursor(page.getLast().createdAt(), page.getLast().id()).text()
                : null;
        return new Page(page.stream().map(g -> views.of(g, uri.getBaseUri())).toList(), next);
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(
            summary = "End a generation",
            description = "What is queued never reaches a provider; nothing is charged. Cancelling twice is harmless.")
    @APIResponse(responseCode = "409", description = "it has ended already")
    @APIResponseSchema(value = GenerationView.class, responseCode = "202")
    public Response cancel(@PathParam("id") String id, @Context UriInfo uri) {
        var cancelled = generations.cancel(Caller.of(identity), id);
        return Response.accepted(views.of(cancelled, uri.getBaseUri())).build();
    }

    private static <E> E named(String field, String name, E[] values, Function<E, String> json) {
        if (name == null) return null;
        return Arrays.stream(values)
                .filter(value -> json.apply(value).equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        field,
                        "must be one of " + Arrays.stream(values).map(json).collect(Collectors.joining(", "))));
    }
}
