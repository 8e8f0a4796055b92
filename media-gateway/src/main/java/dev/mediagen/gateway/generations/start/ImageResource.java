package dev.mediagen.gateway.generations.start;

import dev.mediagen.contracts.ImageMode;
import dev.mediagen.gateway.generations.view.GenerationView;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The documents' three image POSTs; they wait by default, as their clients expect.
@Path("/api/image")
@Tag(name = "start")
@Authenticated
@RunOnVirtualThread
class ImageResource {
    private static final Duration WAIT = Duration.ofSeconds(60);
    private final Admission admission;
    private final Sources sources;
    private final ImageChecks checks;

    ImageResource(Admission admission, Sources sources, ImageChecks checks) {
        this.admission = admission;
        this.sources = sources;
        this.checks = checks;
    }

    @POST
    @Path("/generate")
    @Operation(summary = "Make an image", description = "Waits up to 60 s unless Prefer says otherwise.")
    @APIResponse(responseCode = "202", description = "accepted; Location names the generation")
    @APIResponseSchema(value = GenerationView.class, responseCode = "200")
    public Response standard(@Valid @NotNull ImageRequest body, @Context HttpHeaders headers, @Context UriInfo uri)
            throws InterruptedException {
        return start(body, ImageMode.STANDARD, headers, uri);
    }

    @POST
    @Path("/generate-fast")
    @Operation(summary = "Make an image in few steps")
    @APIResponse(responseCode = "202", description = "accepted; Location names the generation")
    @APIResponseSchema(value = GenerationView.class, responseCode = "200")
    public Response fast(@Valid @NotNull ImageRequest body, @Context HttpHeaders headers, @Context UriInfo uri)
            throws InterruptedException {
        return start(body, ImageMode.FAST, headers, uri);
    }

    @POST
    @Path("/generate/transform")
    @Operation(
            summary = "Make an image from an image",
            description = "`imageUrl` is the id of an own image asset or upload, or a public https URL.")
    @APIResponse(responseCode = "202", description = "accepted; Location names the generation")
    @APIResponseSchema(value = GenerationView.class, responseCode = "200")
    public Response transform(@Valid @NotNull ImageRequest body, @Context HttpHeaders headers, @Context UriInfo uri)
            throws InterruptedException {
        return start(body, ImageMode.TRANSFORM, headers, uri);
    }

    /// The source comes last: looking at it may mean reading all of it.
    private Response start(ImageRequest body, ImageMode mode, HttpHeaders headers, UriInfo uri)
            throws InterruptedException {
        checks.check(body, mode);
        Admission.checkPrefer(headers);
        var source =
                mode == ImageMode.TRANSFORM ? sources.image(admission.caller(), "imageUrl", body.imageUrl()) : null;
        return admission.start(body.of(mode, source), headers, uri, WAIT);
    }
}
