package dev.mediagen.gateway.voices;

import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.gateway.api.Warnings;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/voices")
@Tag(name = "voices")
@Authenticated
@RunOnVirtualThread
class VoicesResource {
    private final Voices voices;
    private final VoiceList list;
    private final OwnVoices own;
    private final SecurityIdentity identity;
    private final Warnings warnings;

    VoicesResource(Voices voices, VoiceList list, OwnVoices own, SecurityIdentity identity, Warnings warnings) {
        this.voices = voices;
        this.list = list;
        this.own = own;
        this.identity = identity;
        this.warnings = warnings;
    }

    record VoicesView(List<VoiceView> voices) {}

    @GET
    @Operation(summary = "Voices by name, the caller's own first", description = "Filter by `type` Custom or Standard.")
    public VoicesView list(@QueryParam("type") String type) {
        return new VoicesView(list.all(Caller.of(identity)).stream()
                .filter(voice -> type == null || voice.type().equalsIgnoreCase(type))
                .toList());
    }

    @GET
    @Path("/account")
    @Operation(summary = "What the providers' accounts list, and which configured voices they have retired")
    public VoicesView account() {
        return new VoicesView(list.account());
    }

    @POST
    @Operation(
            summary = "Register an own voice",
            description = "`voices` says what it is called at each provider, first choice first.")
    @APIResponseSchema(value = VoiceView.class, responseCode = "201")
    @APIResponse(responseCode = "429", description = "the caller has as many voices as anybody may")
    @APIResponse(responseCode = "409", description = "the caller has a voice of that name")
    public Response register(@Valid @NotNull VoiceRequest body) {
        voices.checkProviders(
                body.voices().stream().map(VoiceRequest.Equivalent::provider).toList());
        var caller = Caller.of(identity);
        var voice = OwnVoice.of(caller, body.name(), body.consentNote(), body.equivalents());
        own.register(caller, voice);
        return Response.status(201)
                .entity(VoiceList.view(voice).with(warnings.all()))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Forget an own voice", description = "What was asked for before is still made with it.")
    @APIResponse(responseCode = "204", description = "forgotten")
    public void forget(@PathParam("id") String id) {
        if (!own.remove(Caller.of(identity), id)) throw ProblemException.notFound("voice");
    }
}
