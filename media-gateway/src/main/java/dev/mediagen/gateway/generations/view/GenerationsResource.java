package dev.mediagen.gateway.generations.view;

import dev.mediagen.contracts.Alignment;
import dev.mediagen.contracts.Part;
import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.gateway.assets.Alignments;
import dev.mediagen.gateway.assets.Delivery;
import dev.mediagen.gateway.generations.Generation;
import dev.mediagen.gateway.generations.Generations;
import dev.mediagen.gateway.generations.PartStatus;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/generations/{id}")
@Tag(name = "generations")
@Authenticated
@RunOnVirtualThread
class GenerationsResource {
    private static final long URLS_FRESH_SECONDS = Duration.ofMinutes(15).toSeconds();
    private static final int POLL_AFTER = 2;
    private final Generations generations;
    private final GenerationViews views;
    private final Alignments alignments;
    private final Delivery delivery;
    private final SecurityIdentity identity;

    GenerationsResource(
            Generations generations,
            GenerationViews views,
            Alignments alignments,
            Delivery delivery,
            SecurityIdentity identity) {
        this.generations = generations;
        this.views = views;
        this.alignments = alignments;
        this.delivery = delivery;
        this.identity = identity;
    }

    @GET
    @Operation(summary = "A generation and, once completed, its result", description = "Poll every 2 to 3 s.")
    @APIResponseSchema(value = GenerationView.class, responseCode = "200")
    public Response get(@PathParam("id") String id, @Context Request request, @Context UriInfo uri) {
        var generation = find(id);
        long quarter = Instant.now().getEpochSecond() / URLS_FRESH_SECONDS;
        var tag = new EntityTag(generation.version() + "-" + quarter, true);
        var unchanged = request.evaluatePreconditions(tag);
        var answer = unchanged == null ? Response.ok(views.of(generation, uri.getBaseUri())) : unchanged;
        if (!generation.status().terminal()) answer.header("Retry-After", POLL_AFTER);
        return answer.tag(tag).header("Cache-Control", "private, no-cache").build();
    }

    @GET
    @Path("/alignment")
    @Operation(summary = "Timings of the narration", description = "`form` is arrays, raw, words, sentences or spoken.")
    public Object alignment(@PathParam("id") String id, @QueryParam("form") @DefaultValue("arrays") String form) {
        return AlignmentForm.named(form).of(timings(find(id)));
    }

    @GET
    @Path("/captions.{format:[a-z]+}")
    @Operation(
            summary = "Captions of the narration",
            description = "`format` is vtt, srt, ttml, ass, json, lrc, smil or epub.")
    @APIResponse(responseCode = "200", description = "a caption file")
    public Response captions(@PathParam("id") String id, @PathParam("format") String format) {
        var stored = ended(find(id)).part(Part.ALIGNMENT).stored();
        var captions = stored == null ? null : stored.renditions().get(format);
        if (captions == null) throw ProblemException.notFound("caption format");
        return Response.ok(delivery.open(captions, null))
                .type(withCharset(captions.mediaType()))
                .header("Content-Length", captions.size())
                .header("Cache-Control", "private, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox")
                .build();
    }

    /// XML and JSON say it themselves, an EPUB has none.
    private static String withCharset(String mediaType) {
        boolean text = mediaType.startsWith("text/") || mediaType.startsWith("application/x-");
        return text ? mediaType + ";charset=utf-8" : mediaType;
    }

    private Alignment timings(Generation generation) {
        var stored = ended(generation).part(Part.ALIGNMENT).stored();
        if (stored != null) return alignments.read(stored.object());
        if (generation.part(Part.AUDIO).status() != PartStatus.STORED) throw ProblemException.notFound("alignment");
        return SpreadTimings.of(generation);
    }

    /// @throws ProblemException 404 when it has no timings, 409 while they are made
    private static Generation ended(Generation generation) {
        var part = generation.part(Part.ALIGNMENT);
        if (part == null || generation.status().terminal() && !available(part.status()))
            throw ProblemException.notFound("alignment");
        if (!available(part.status()))
            throw new ProblemException(409, "NOT_READY", "the timings are not made yet", true, null);
        return generation;
    }

    private static boolean available(PartStatus status) {
        return status == PartStatus.STORED || status == PartStatus.GIVEN_UP;
    }

    private Generation find(String id) {
        return generations.find(Caller.of(identity), id);
    }
}
