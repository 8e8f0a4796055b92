package dev.mediagen.gateway.voices;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/voices")
@Tag(name = "catalog")
@Authenticated
@RunOnVirtualThread
class VoicesResource {
    private final Voices voices;

    VoicesResource(Voices voices) {
        this.voices = voices;
    }

    record VoiceList(List<Voices.VoiceView> voices) {}

    @GET
    @Operation(summary = "Voices by name", description = "Filter by `type` Custom or Standard.")
    public VoiceList list(@QueryParam("type") String type) {
        return new VoiceList(voices.all().stream()
                .filter(voice -> type == null || voice.type().equalsIgnoreCase(type))
                .toList());
    }
}
