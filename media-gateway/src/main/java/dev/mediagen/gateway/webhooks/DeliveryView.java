package dev.mediagen.gateway.webhooks;

import dev.mediagen.gateway.webhooks.Delivery.Attempt;
import dev.mediagen.gateway.webhooks.Delivery.State;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A delivery as the webhook's owner sees it.
///
/// @param id what the receiver gets as `webhook-id`
/// @param nextAttemptAt null once nothing more is tried
@Schema(name = "Delivery")
record DeliveryView(
        String id,
        String webhookId,
        String type,
        String generationId,
        State state,
        Instant createdAt,
        Instant nextAttemptAt,
        List<Attempt> attempts) {

    /// @param next cursor of the next page; null on the last
    record Page(List<DeliveryView> deliveries, String next) {}

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.id(),
                delivery.webhook(),
                delivery.type(),
                delivery.generationId(),
                delivery.state(),
                delivery.createdAt(),
                delivery.open() ? delivery.dueAt() : null,
                delivery.attempts());
    }
}
