package dev.mediagen.gateway.webhooks;

import dev.mediagen.gateway.generations.Status;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A webhook as its owner sees it.
///
/// @param secret only in the answer that made it
/// @param failingSince when a try failed after which none has succeeded
/// @param disabledAt nothing is sent from then on, until a ping is answered by 2xx
/// @param warnings unknown fields of the body
@Schema(name = "Webhook")
record WebhookView(
        String id,
        String url,
        Set<Status> events,
        String secret,
        boolean enabled,
        Instant createdAt,
        Instant failingSince,
        Instant disabledAt,
        String disabledReason,
        List<String> warnings) {

    static WebhookView of(Webhook hook) {
        return of(hook, null, null);
    }

    static WebhookView of(Webhook hook, String secret, List<String> warnings) {
        return new WebhookView(
                hook.id(),
                hook.url(),
                hook.events(),
                secret,
                hook.enabled(),
                hook.createdAt(),
                hook.failingSince(),
                hook.disabledAt(),
                hook.disabledReason(),
                warnings);
    }
}
