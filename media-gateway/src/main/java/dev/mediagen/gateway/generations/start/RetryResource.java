package dev.mediagen.gateway.generations.start;

import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.gateway.generations.Generations;
import dev.mediagen.gateway.generations.view.GenerationView;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/generations/{id}/retry")
@Tag(name = "start")
@Authenticated
@RunOnVirtualThread
class RetryResource {
    private final Admission admission;
    private final Generations generations;

    RetryResource(Admission admission, Generations generations) {
        this.admission = admission;
        this.generations = generations;
    }

    @POST
    @Operation(
            summary = "Try a failed, partial, expired or cancelled generation again",
            description = "A new generation; it takes over what is stored, and costs only the rest.")
    @APIResponse(responseCode = "409", description = "it is under way, or complete")
    @APIResponseSchema(value = GenerationView.class, responseCode = "202")
    public Response retry(@PathParam("id") String id, @Context HttpHeaders headers, @Context UriInfo uri)
            throws InterruptedException {
        var earlier = generations.find(admission.caller(), id);
        if (!earlier.status().retryable())
            throw new ProblemException(
                    409, "NOT_RETRYABLE", "it is " + earlier.status().json(), false, null);
        return admission.start(earlier.request(), earlier, headers, uri, Duration.ZERO);
    }
}
