package dev.mediagen.gateway.generations.start;

import dev.mediagen.contracts.Kind;
import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.gateway.catalog.Capabilities;
import dev.mediagen.gateway.generations.view.GenerationView;
import dev.mediagen.gateway.voices.Voices;
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

@Path("/api/audio")
@Tag(name = "start")
@Authenticated
@RunOnVirtualThread
class AudioResource {
    private final Admission admission;
    private final Voices voices;
    private final Capabilities capabilities;

    AudioResource(Admission admission, Voices voices, Capabilities capabilities) {
        this.admission = admission;
        this.voices = voices;
        this.capabilities = capabilities;
    }

    @POST
    @Path("/speech")
    @Operation(summary = "Speak a text", description = "Prefer: wait=N holds the answer up to N seconds.")
    @APIResponse(responseCode = "202", description = "accepted; Location names the generation")
    @APIResponseSchema(value = GenerationView.class, responseCode = "200")
    public Response speech(@Valid @NotNull SpeechRequest body, @Context HttpHeaders headers, @Context UriInfo uri)
            throws InterruptedException {
        if (body.text().codePoints().noneMatch(Character::isLetterOrDigit))
            throw ProblemException.invalid("text", "must have something to speak");
        voices.check("voice", body.voice());
        voices.checkModel("modelId", body.modelId());
        capabilities.checkProvider(Kind.SPEECH, "provider", body.provider());
        capabilities.checkProvider(Kind.SPEECH, "service", body.service());
        return admission.start(body, headers, uri, Duration.ZERO);
    }
}
