package dev.mediagen.gateway.live;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// The live door of one tts-service: the one HTTP call inside this platform.
@Path("/internal/speech/live")
interface SpeechDoor {
    /// @param request `SpeechRequested` as it travels on Kafka
    /// @return 200 once there is something to hear, with the audio as an `InputStream`
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    Response live(@HeaderParam("X-Internal-Token") String token, String request);
}
