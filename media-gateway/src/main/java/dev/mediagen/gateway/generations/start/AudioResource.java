package dev.mediagen.gateway.generations.start;

import dev.mediagen.contracts.Kind;
import dev.mediagen.gateway.catalog.Providers;
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
    private final SpeechChecks checks;
    private final Voices voices;
    private final Providers providers;
    private final Sources sources;

    AudioResource(Admission admission, SpeechChecks checks, Voices voices, Providers providers, Sources sources) {
        this.admission = admission;
        this.checks = checks;
        this.voices = voices;
        this.providers = providers;
        this.sources = sources;
    }

    @POST
    @Path("/speech")
    @Operation(summary = "Speak a text", description = "Prefer: wait=N holds the answer up to N seconds.")
    @APIResponse(responseCode = "202", description = "accepted; Location names the generation")
    @APIResponseSchema(value = GenerationView.class, responseCode = "200")
    public Response speech(@Valid @NotNull SpeechRequest body, @Context HttpHeaders headers, @Context UriInfo uri)
            throws InterruptedException {
        return admission.start(checks.checked(admission.caller(), body), headers, uri, Duration.ZERO);
    }

    @POST
    @Path("/conversion")
    @Operation(summary = "Say an uploaded recording again with another voice")
    @APIResponse(responseCode = "202", description = "accepted; Location names the generation")
    @APIResponseSchema(value = GenerationView.class, responseCode = "200")
    public Response conversion(
            @Valid @NotNull ConversionRequest body, @Context HttpHeaders headers, @Context UriInfo uri)
            throws InterruptedException {
        var choice = providers.choose(Kind.CONVERSION, body.provider(), body.service());
        var own = voices.check(admission.caller(), "voice", body.voice(), choice);
        Admission.checkPrefer(headers);
        var source = sources.recording(admission.caller(), "s3Key", body.s3Key());
        return admission.start(body.of(source, own), headers, uri, Duration.ZERO);
    }
}
