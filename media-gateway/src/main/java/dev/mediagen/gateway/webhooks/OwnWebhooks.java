package dev.mediagen.gateway.webhooks;

import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.api.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/// What callers do with their webhooks.
@ApplicationScoped
class OwnWebhooks {
    private static final int MOST = 20;
    private static final Duration RETRY_AFTER = Duration.ofHours(1);
    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final SealedSecrets secrets;
    private final Post post;
    private final WebhooksConfig config;

    OwnWebhooks(
            WebhookStore webhooks, DeliveryStore deliveries, SealedSecrets secrets, Post post, WebhooksConfig config) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.post = post;
        this.config = config;
    }

    /// @param secret in clear, for its owner only
    record Made(Webhook webhook, String secret) {}

    /// @throws ProblemException 400 naming the URL, 429 when the caller has as many as anybody may, 503 without a key
    Made register(Caller caller, WebhookRequest body) {
        post.check(body.url()).ifPresent(reason -> {
            throw ProblemException.invalid("url", reason);
        });
        String id = UUID.randomUUID().toString();
        String secret = secrets.make();
        var sealed = List.of(new Webhook.Secret(secrets.seal(id, secret), null));
        var hook = new Webhook(id, body.url(), body.states(), sealed, now(), null, null, null);
        webhooks.change(caller, all -> {
            if (all.webhooks().size() >= MOST)
                throw ProblemException.quota("you have %d webhooks already".formatted(MOST), RETRY_AFTER);
            return all.with(hook);
        });
        return new Made(hook, secret);
    }

    List<Webhook> of(Caller caller) {
        return webhooks.of(caller).webhooks();
    }

    /// @throws ProblemException 404 for an unknown one and for somebody else's
    Webhook find(Caller caller, String id) {
        return webhooks.of(caller).find(id).orElseThrow(() -> ProblemException.notFound("webhook"));
    }

    /// @throws ProblemException 404, 503 without a key
    Made rotate(Caller caller, String id) {
        String secret = secrets.make();
        String sealed = secrets.seal(id, secret);
        var rotated = webhooks.change(
                        caller, all -> all.changed(id, hook -> hook.rotated(sealed, now(), config.overlap())))
                .find(id)
                .orElseThrow(() -> ProblemException.notFound("webhook"));
        return new Made(rotated, secret);
    }

    /// @return whether there was one
    boolean remove(Caller caller, String id) {
        if (of(caller).stream().noneMatch(hook -> hook.id().equals(id))) return false;
        webhooks.change(caller, all -> all.find(id).isEmpty() ? all : all.without(id));
        deliveries.deleteAll(id);
        return true;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
