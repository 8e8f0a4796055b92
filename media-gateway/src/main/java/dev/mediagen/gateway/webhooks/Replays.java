package dev.mediagen.gateway.webhooks;

import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.gateway.webhooks.Delivery.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What is sent because its owner says so.
@ApplicationScoped
class Replays {
    private final DeliveryStore deliveries;
    private final Courier courier;
    private final WebhooksConfig config;

    Replays(DeliveryStore deliveries, Courier courier, WebhooksConfig config) {
        this.deliveries = deliveries;
        this.courier = courier;
        this.config = config;
    }

    /// What is being sent stays as it is.
    ///
    /// @throws ProblemException 404; 409 while the webhook is disabled
    Delivery replay(Webhook to, String id) {
        while (true) {
            var known = deliveries.find(to.id(), id).orElseThrow(() -> ProblemException.notFound("delivery"));
            if (!to.enabled())
                throw new ProblemException(
                        409, "WEBHOOK_DISABLED", "it is disabled; a ping that it accepts enables it", false, null);
            var again = known.again(Instant.now().truncatedTo(ChronoUnit.MILLIS), config.keep());
            if (known.state() == State.SENDING) return known;
            if (!deliveries.replace(known, again)) continue;
            Thread.startVirtualThread(() -> courier.deliver(again));
            return again;
        }
    }

    /// @param owner id of the user's webhooks
    /// @return with the try, unless its host is busy: then it follows
    Delivery ping(String owner, Webhook to) {
        var ping = Delivery.ping(owner, to, config.keep());
        deliveries.add(ping);
        courier.deliver(ping);
        return deliveries.find(to.id(), ping.id()).orElse(ping);
    }
}
