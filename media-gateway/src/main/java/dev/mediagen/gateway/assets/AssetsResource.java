package dev.mediagen.gateway.assets;

import dev.mediagen.contracts.KeptObject;
import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.api.ProblemException;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/assets")
@Tag(name = "assets")
@Authenticated
@RunOnVirtualThread
class AssetsResource {
    private final Assets assets;
    private final Delivery delivery;
    private final SecurityIdentity identity;

    AssetsResource(Assets assets, Delivery delivery, SecurityIdentity identity) {
        this.assets = assets;
        this.delivery = delivery;
        this.identity = identity;
    }

    /// @param url presigned, good until `urlExpiresAt`
    /// @param contentUrl the same bytes through the gateway, with the caller's key
    record AssetView(
            String assetId,
            String generationId,
            String contentType,
            long size,
            String sha256,
            String s3Key,
            Instant createdAt,
            String url,
            Instant urlExpiresAt,
            URI contentUrl) {}

    @GET
    @Path("/{id}")
    @Operation(summary = "An asset and a fresh URL for it")
    public AssetView get(@PathParam("id") String id, @Context UriInfo uri) {
        var kept = find(id);
        var object = kept.object();
        return new AssetView(
                kept.assetId(),
                kept.generationId(),
                object.mediaType(),
                object.size(),
                object.sha256(),
                object.key(),
                kept.storedAt(),
                delivery.url(object),
                Instant.now().plus(Delivery.VALID),
                uri.getBaseUriBuilder().path("api/assets/{id}/content").build(id));
    }

    @GET
    @Path("/{id}/content")
    @Operation(summary = "The bytes", description = "With Range: 206. With `redirect`: 302 to a presigned URL.")
    @APIResponse(responseCode = "200", description = "all of it")
    @APIResponse(responseCode = "206", description = "the range asked for")
    public Response content(
            @PathParam("id") String id,
            @Context UriInfo uri,
            @HeaderParam("Range") String range,
            @Context Request request) {
        var object = find(id).object();
        if (wantsRedirect(uri))
            return Response.status(302)
                    .location(URI.create(delivery.url(object)))
                    .build();
        var tag = new EntityTag(object.sha256());
        var unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) return unchanged.tag(tag).build();
        return headers(bytes(object, ByteRange.of(range, object.size())), object)
                .tag(tag)
                .build();
    }

    /// `?redirect`, with or without a value.
    private static boolean wantsRedirect(UriInfo uri) {
        return uri.getRequestUri().getQuery() != null
                && uri.getRequestUri().getQuery().matches("(.*&)?redirect([=&].*)?");
    }

    private Response.ResponseBuilder bytes(KeptObject object, ByteRange range) {
        if (range == null) return Response.ok(delivery.open(object, null)).header("Content-Length", object.size());
        return Response.status(206)
                .entity(delivery.open(object, range.header()))
                .header("Content-Length", range.length())
                .header("Content-Range", "bytes %d-%d/%d".formatted(range.first(), range.last(), object.size()));
    }

    private static Response.ResponseBuilder headers(Response.ResponseBuilder answer, KeptObject object) {
        return answer.type(object.mediaType())
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", "private, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox");
    }

    private Assets.Kept find(String id) {
        return assets.find(Caller.of(identity), id).orElseThrow(() -> ProblemException.notFound("asset"));
    }
}
