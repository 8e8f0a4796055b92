package dev.mediagen.gateway.generations.start;

import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.gateway.api.Warnings;
import dev.mediagen.gateway.catalog.Providers;
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

@Path("/api/audio/sound-effects")
@Tag(name = "start")
@Authenticated
@RunOnVirtualThread
class SoundResource {
    private final Admission admission;
    private final Providers providers;
    private final Warnings warnings;

    SoundResource(Admission admission, Providers providers, Warnings warnings) {
        this.admission = admission;
        this.providers = providers;
        this.warnings = warnings;
    }

    @POST
    @Operation(summary = "Make a sound from a description")
    @APIResponse(responseCode = "202", description = "accepted; Location names the generation")
    @APIResponseSchema(value = GenerationView.class, responseCode = "200")
    public Response soundEffect(
            @Valid @NotNull SoundEffectRequest body, @Context HttpHeaders headers, @Context UriInfo uri)
            throws InterruptedException {
        providers.choose(Kind.SOUND_EFFECT, body.provider(), body.service());
        var request = body.withService();
        providers
                .first(Kind.SOUND_EFFECT, request.provider(), request.service())
                .ifPresent(first -> checkLength(first, request.durationSeconds()));
        return admission.start(request, headers, uri, Duration.ZERO);
    }

    /// Somebody who makes one length only makes that one.
    private void checkLength(ProviderCapability provider, double seconds) {
        Double shortest = provider.minSeconds();
        Double longest = provider.maxSeconds();
        boolean fits = (shortest == null || seconds >= shortest) && (longest == null || seconds <= longest);
        if (fits) return;
        if (shortest != null && shortest.equals(longest))
            warnings.add(
                    "durationSeconds ignored: %s makes %s seconds".formatted(provider.provider(), plain(shortest)));
        else
            throw ProblemException.invalid(
                    "durationSeconds",
                    "must be %s to %s at %s".formatted(plain(shortest), plain(longest), provider.provider()));
    }

    /// 10.0 as 10.
    private static String plain(Double seconds) {
        if (seconds == null) return "any";
        return seconds == Math.rint(seconds) ? Long.toString(seconds.longValue()) : seconds.toString();
    }
}
