package dev.mediagen.gateway.webhooks;

import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.generations.Generation;
import dev.mediagen.gateway.generations.view.GenerationViews;
import jakarta.enterprise.context.ApplicationScoped;

/// Tells webhooks of generations: recorded here, sent at once where that is possible, else by the sweep.
@ApplicationScoped
public class Webhooks {
    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final GenerationViews views;
    private final Courier courier;
    private final WebhooksConfig config;

    Webhooks(
            WebhookStore webhooks,
            DeliveryStore deliveries,
            GenerationViews views,
            Courier courier,
            WebhooksConfig config) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.views = views;
        this.courier = courier;
        this.config = config;
    }

    /// Durable when it returns; again for the same state, it records nothing more.
    public void tell(Generation generation) {
        var caller = new Caller(generation.tenant(), generation.user());
        // the way to the end may be told of a moment late, the end never
        var all = generation.status().terminal() ? webhooks.of(caller) : webhooks.recent(caller);
        for (Webhook to : all.webhooks()) {
            if (!to.enabled() || !to.events().contains(generation.status())) continue;
            var delivery = Delivery.of(all.id(), to, generation, views.withoutUrls(generation), config.keep());
            if (deliveries.add(delivery)) Thread.startVirtualThread(() -> courier.deliver(delivery));
        }
    }
}
