package dev.mediagen.gateway.webhooks;

import dev.mediagen.gateway.generations.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Where a user wants to hear of its generations.
///
/// @param events the states it hears of
/// @param secrets the newest first
/// @param failingSince when a try failed after which none has succeeded; null while all is well
/// @param disabledAt from then on nothing is sent; null while it is enabled
record Webhook(
        String id,
        String url,
        Set<Status> events,
        List<Secret> secrets,
        Instant createdAt,
        Instant failingSince,
        Instant disabledAt,
        String disabledReason) {
    private static final int MOST_SECRETS = 3;

    /// @param sealed never in clear
    /// @param until it signs; null for the newest
    record Secret(String sealed, Instant until) {}

    boolean enabled() {
        return disabledAt == null;
    }

    List<String> sealedSecrets(Instant now) {
        return secrets.stream()
                .filter(secret -> secret.until() == null || secret.until().isAfter(now))
                .map(Secret::sealed)
                .toList();
    }

    Webhook rotated(String sealed, Instant now, Duration overlap) {
        var all = new ArrayList<Secret>();
        all.add(new Secret(sealed, null));
        for (Secret old : secrets) {
            var until = old.until() == null ? now.plus(overlap) : old.until();
            if (until.isAfter(now) && all.size() < MOST_SECRETS) all.add(new Secret(old.sealed(), until));
        }
        return new Webhook(id, url, events, all, createdAt, failingSince, disabledAt, disabledReason);
    }

    /// A receiver that accepts something is well, and wants to hear more.
    Webhook succeeded() {
        if (failingSince == null && enabled()) return this;
        return new Webhook(id, url, events, secrets, createdAt, null, null, null);
    }

    Webhook failing(Instant now) {
        if (failingSince != null) return this;
        return new Webhook(id, url, events, secrets, createdAt, now, disabledAt, disabledReason);
    }

    Webhook disabled(Instant now, String reason) {
        if (!enabled()) return this;
        return new Webhook(id, url, events, secrets, createdAt, failingSince, now, reason);
    }
}
