package dev.mediagen.gateway.generations.start;

import dev.mediagen.contracts.Kind;
import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.gateway.catalog.Providers;
import dev.mediagen.gateway.catalog.Styles;
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

@Path("/api")
@Tag(name = "start")
@Authenticated
@RunOnVirtualThread
class StoryResource {
    private final Admission admission;
    private final Styles styles;
    private final Voices voices;
    private final Providers providers;
    private final Sources sources;

    StoryResource(Admission admission, Styles styles, Voices voices, Providers providers, Sources sources) {
        this.admission = admission;
        this.styles = styles;
        this.voices = voices;
        this.providers = providers;
        this.sources = sources;
    }

    @POST
    @Path("/media")
    @Operation(summary = "Make a narrated, captioned, illustrated story from a headline")
    @APIResponse(responseCode = "202", description = "accepted; Location names the generation")
    @APIResponseSchema(value = GenerationView.class, responseCode = "200")
    public Response story(@Valid @NotNull MediaRequest body, @Context HttpHeaders headers, @Context UriInfo uri)
            throws InterruptedException {
        var style = styles.resolve("artStyle", body.artStyle());
        var speaking = providers.choose(Kind.SPEECH, null, null);
        var own = voices.check(admission.caller(), "voiceId", body.voiceId(), speaking);
        String field = body.narrated().equals(body.headline()) ? "headline" : "text";
        if (body.narrated().codePoints().noneMatch(Character::isLetterOrDigit))
            throw ProblemException.invalid(field, "must have something to speak");
        return admission.start(body.with(style, own), headers, uri, Duration.ZERO);
    }

    @POST
    @Path("/prompts")
    @Operation(summary = "Turn a headline into an image prompt")
    @APIResponse(responseCode = "202", description = "accepted; Location names the generation")
    @APIResponseSchema(value = GenerationView.class, responseCode = "200")
    public Response prompt(@Valid @NotNull PromptRequest body, @Context HttpHeaders headers, @Context UriInfo uri)
            throws InterruptedException {
        return admission.start(body.with(body.style().resolved(styles)), headers, uri, Duration.ZERO);
    }

    @POST
    @Path("/alignments")
    @Operation(summary = "Find the timings of a text in an own audio asset or upload")
    @APIResponse(responseCode = "202", description = "accepted; Location names the generation")
    @APIResponseSchema(value = GenerationView.class, responseCode = "200")
    public Response alignment(@Valid @NotNull AlignmentRequest body, @Context HttpHeaders headers, @Context UriInfo uri)
            throws InterruptedException {
        if (body.text().codePoints().noneMatch(Character::isLetterOrDigit))
            throw ProblemException.invalid("text", "must have something that is spoken");
        Admission.checkPrefer(headers);
        var audio = sources.audio(admission.caller(), "audio", body.audio());
        return admission.start(body.of(audio), headers, uri, Duration.ZERO);
    }
}
