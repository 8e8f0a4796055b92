package dev.mediagen.image.fal;

import com.mongodb.MongoException;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.image.fal.FalImagePayload.Notice;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/// Where fal says that a job has ended. Only its signature lets anybody in, and what it says is only that it is worth
/// looking: the result is asked for with our key. fal delivers again until it gets a 2xx.
@Path("/webhooks/fal")
@PermitAll
@RunOnVirtualThread
class FalWebhook {
    private static final Logger LOG = Logger.getLogger(FalWebhook.class);
    /// fal keeps no result longer.
    private static final Duration WORTH_KEEPING = Duration.ofHours(2);

    private static final int LONGEST_ID = 128;
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private final FalImageConfig config;
    private final FalKeys keys;
    private final FalDeliveries deliveries;
    private final FalBells bells;

    FalWebhook(FalImageConfig config, FalKeys keys, FalDeliveries deliveries, FalBells bells) {
        this.config = config;
        this.keys = keys;
        this.deliveries = deliveries;
        this.bells = bells;
    }

    /// What we put into the URL of a submission, and what fal signs.
    record Letter(
            @QueryParam("generation") String generation,
            @QueryParam("submission") String submission,
            @HeaderParam("X-Fal-Webhook-Request-Id") String requestId,
            @HeaderParam("X-Fal-Webhook-User-Id") String userId,
            @HeaderParam("X-Fal-Webhook-Timestamp") String timestamp,
            @HeaderParam("X-Fal-Webhook-Signature") String signature) {

        boolean ours() {
            return generation != null
                    && generation.length() <= LONGEST_ID
                    && submission != null
                    && submission.matches(UUID);
        }
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response deliver(@BeanParam Letter letter, byte[] body) throws InterruptedException {
        if (config.webhookUrl().isEmpty()) return Response.status(404).build();
        var signature = new FalSignature(letter.requestId(), letter.userId(), letter.timestamp(), letter.signature());
        if (!signature.plausible(Instant.now())) return Response.status(401).build();
        // fal signs for all its users alike
        if (config.userId().filter(user -> !user.equals(letter.userId())).isPresent())
            return Response.status(401).build();
        var known = keys.known();
        if (known.isEmpty()) return Response.status(503).build();
        boolean genuine = signature.madeBy(known, body) || signature.madeBy(keys.renewed(), body);
        if (!genuine) return Response.status(401).build();
        return letter.ours() ? keep(letter, body) : Response.ok().build();
    }

    private Response keep(Letter letter, byte[] body) {
        try {
            var notice = ContractJson.mapper().readValue(body, Notice.class);
            if (!notice.named(letter.requestId()) || !notice.requestId().matches(FalImageApi.ID))
                return Response.status(400).build();
            var now = Instant.now();
            deliveries.keep(new FalDeliveries.Delivery(
                    notice.requestId(), letter.submission(), notice.status(), now, now.plus(WORTH_KEEPING)));
        } catch (IOException e) {
            return Response.status(400).build();
        } catch (MongoException e) {
            LOG.warnf("fal's webhook cannot be kept now: %s", e.getMessage());
            return Response.status(503).build();
        }
        bells.ring(letter.submission());
        return Response.ok().build();
    }
}
