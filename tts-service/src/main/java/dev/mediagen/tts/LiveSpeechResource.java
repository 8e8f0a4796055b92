package dev.mediagen.tts;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.worker.inbox.PartRequests;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// The door for the gateway, and for nobody else: a speech that is heard while it is made. The request is recorded as
/// one that came by the broker, so that nothing is lost by whatever happens to the call.
///
/// 200: the audio, from its first bytes on; a connection that breaks off says that it is not all. 502: nothing could
/// be heard, whoever is told of the generation knows why or hears later. 503: not started here, ask somebody else.
/// 404: the secret is missing or wrong.
@Path("/internal/speech/live")
class LiveSpeechResource {
    private static final int BUFFER = 16 * 1024;
    private final LiveConfig config;
    private final PartRequests requests;
    private final Listeners listeners;

    LiveSpeechResource(LiveConfig config, PartRequests requests, Listeners listeners) {
        this.config = config;
        this.requests = requests;
        this.listeners = listeners;
    }

    /// @param body `SpeechRequested` as it travels on Kafka
    @POST
    @RunOnVirtualThread
    public Response live(@HeaderParam("X-Internal-Token") String token, byte[] body)
            throws IOException, InterruptedException {
        if (!isOurs(token)) return Response.status(404).build();
        SpeechRequested request;
        try {
            request = ContractJson.mapper().readValue(body, SpeechRequested.class);
        } catch (JsonProcessingException e) {
            return Response.status(400).build();
        }
        var live = LiveAudio.open();
        boolean heard = false;
        try {
            if (!begin(request, live)) return Response.status(503).build();
            heard = live.begins();
            if (!heard) return Response.status(502).build();
            return Response.ok((StreamingOutput) out -> copy(live, out))
                    .type(request.format().mediaType())
                    .build();
        } finally {
            if (!heard) live.close();
        }
    }

    /// An empty secret is none.
    private boolean isOurs(String token) {
        var secret = config.token().map(String::strip).filter(text -> !text.isEmpty());
        return token != null
                && secret.isPresent()
                && MessageDigest.isEqual(
                        secret.get().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private boolean begin(SpeechRequested request, LiveAudio live) {
        var id = request.generationId();
        if (!listeners.add(id, live)) return false;
        var begun = requests.begin(request);
        if (begun.isEmpty()) listeners.remove(id, live);
        else
            begun.get().whenComplete((ended, failed) -> {
                listeners.remove(id, live);
                live.cut();
            });
        return begun.isPresent();
    }

    private static void copy(LiveAudio live, OutputStream out) throws IOException {
        var buffer = new byte[BUFFER];
        try (live) {
            for (int count = live.read(buffer); count >= 0; count = live.read(buffer)) {
                out.write(buffer, 0, count);
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
