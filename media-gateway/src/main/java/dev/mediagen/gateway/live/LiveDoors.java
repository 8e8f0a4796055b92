package dev.mediagen.gateway.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.PartRequest;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Every replica of tts-service. Who does not answer, or has no room, is passed over.
@ApplicationScoped
class LiveDoors {
    private static final Logger LOG = Logger.getLogger(LiveDoors.class);
    private static final long CONNECT_SECONDS = 2;
    private final Map<URI, SpeechDoor> doors = new LinkedHashMap<>();
    private final Optional<String> token;

    LiveDoors(LiveConfig config) {
        token = config.token().map(String::strip).filter(text -> !text.isEmpty());
        for (URI url : config.url().orElse(List.of()))
            doors.put(
                    url,
                    QuarkusRestClientBuilder.newBuilder()
                            .baseUri(url)
                            .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                            .readTimeout(config.patience().toMillis(), TimeUnit.MILLISECONDS)
                            .disableDefaultMapper(true)
                            .build(SpeechDoor.class));
    }

    /// @return the audio from its first byte on; empty when nobody lets us hear it while it is made
    Optional<InputStream> open(PartRequest request) {
        if (token.isEmpty()) return Optional.empty();
        var body = json(request);
        var order = new ArrayList<>(doors.keySet());
        Collections.shuffle(order);
        for (URI url : order) {
            try {
                var answer = doors.get(url).live(token.get(), body);
                if (answer.getStatus() == 200) return Optional.of(answer.readEntity(InputStream.class));
                answer.close();
                LOG.infof("%s: nothing live of %s (%d)", url, request.generationId(), answer.getStatus());
                // it was tried there; how it ends comes by the broker
                if (answer.getStatus() == Response.Status.BAD_GATEWAY.getStatusCode()) return Optional.empty();
            } catch (ProcessingException e) {
                LOG.warnf("%s: nothing live of %s: %s", url, request.generationId(), e.getMessage());
            }
        }
        return Optional.empty();
    }

    private static String json(PartRequest request) {
        try {
            return ContractJson.mapper().writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
