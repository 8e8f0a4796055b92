package dev.mediagen.gateway.generations.start;

import dev.mediagen.gateway.generations.Status;
import dev.mediagen.gateway.live.LiveSpeech;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Speech that is heard while it is made. What is heard is one generation like any other: it is recorded first, and
/// goes on to its end whether anybody listens or not.
@Path("/api/stream/speech")
@Tag(name = "start")
@Authenticated
@RunOnVirtualThread
class SpeechStreamResource {
    private static final String ABOUT =
            "X-Generation-Id and Location name the generation. A connection that breaks off says that this is not all.";
    private static final int BUFFER = 16 * 1024;
    private final Admission admission;
    private final SpeechChecks checks;
    private final SpeechQuery query;
    private final LiveSpeech speech;

    SpeechStreamResource(Admission admission, SpeechChecks checks, SpeechQuery query, LiveSpeech speech) {
        this.admission = admission;
        this.checks = checks;
        this.query = query;
        this.speech = speech;
    }

    @GET
    @Operation(summary = "Hear a text while it is spoken", description = ABOUT)
    @Parameter(name = "text", in = ParameterIn.QUERY, required = true, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "voice", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "modelId", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "stability", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.NUMBER))
    @Parameter(name = "similarityBoost", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.NUMBER))
    @Parameter(name = "style", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.NUMBER))
    @Parameter(name = "speed", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.NUMBER))
    @Parameter(name = "useSpeakerBoost", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(name = "languageCode", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "seed", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"mp3", "wav", "opus"}))
    @Parameter(
            name = "quality",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"low", "medium", "high"}))
    @Parameter(name = "alignment", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(name = "useCache", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(name = "provider", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "service", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "the audio, from its first bytes on")
    @APIResponse(responseCode = "202", description = "accepted, but nothing to hear yet; Location names the generation")
    public Response get(@Context HttpHeaders headers, @Context UriInfo uri) throws IOException, InterruptedException {
        return stream(query.of(uri.getQueryParameters()), headers, uri);
    }

    @POST
    @Operation(summary = "Hear a text while it is spoken", description = ABOUT)
    @APIResponse(responseCode = "200", description = "the audio, from its first bytes on")
    @APIResponse(responseCode = "202", description = "accepted, but nothing to hear yet; Location names the generation")
    public Response post(@Valid @NotNull SpeechRequest body, @Context HttpHeaders headers, @Context UriInfo uri)
            throws InterruptedException {
        return stream(body, headers, uri);
    }

    private Response stream(SpeechRequest body, HttpHeaders headers, UriInfo uri) throws InterruptedException {
        var request = checks.checked(admission.caller(), body);
        var start = admission.record(request, headers, uri);
        boolean now = start.fresh() && start.generation().status() != Status.THROTTLED;
        var audio = now ? speech.of(start.generation()) : speech.again(start.generation());
        var id = audio.generation().id();
        if (audio.bytes() == null)
            return Response.fromResponse(admission.answer(audio.generation(), uri))
                    .header("X-Generation-Id", id)
                    .build();
        return Response.ok((StreamingOutput) out -> copy(audio.bytes(), out))
                .type(request.format().mediaType())
                .location(Admission.location(id, uri))
                .header("X-Generation-Id", id)
                .header("Cache-Control", "private, no-store")
                .header("Accept-Ranges", "none")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /// Piece by piece as they come; that the listener has gone, the next one tells. What is still to come is then
    /// read to its end and thrown away.
    private static void copy(InputStream audio, OutputStream out) throws IOException {
        var buffer = new byte[BUFFER];
        try (audio) {
            for (int count = audio.read(buffer); count >= 0; count = audio.read(buffer)) {
                out.write(buffer, 0, count);
                out.flush();
            }
        }
    }
}
