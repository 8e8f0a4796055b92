package dev.mediagen.gateway.webhooks;

import dev.mediagen.gateway.webhooks.Delivery.Attempt;
import dev.mediagen.worker.http.Outbound;
import dev.mediagen.worker.http.OutboundAnswer;
import dev.mediagen.worker.http.OutboundUrlPolicy;
import dev.mediagen.worker.http.PublicPost;
import dev.mediagen.worker.http.RefusedUrlException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Signs and sends.
@ApplicationScoped
class Post {
    private static final Set<Integer> LATER = Set.of(429, 503);
    private final WebhooksConfig config;
    private final SealedSecrets secrets;
    private final OutboundUrlPolicy policy;
    private final PublicPost outside;

    Post(WebhooksConfig config, SealedSecrets secrets, OutboundUrlPolicy policy, Outbound outbound) {
        this.config = config;
        this.secrets = secrets;
        this.policy = policy.apart(config.allowPrivate());
        this.outside = new PublicPost(this.policy, outbound);
    }

    /// @param retryAfter when the receiver wants to be asked again; null when it did not say
    record Reply(Attempt attempt, Duration retryAfter) {
        boolean accepted() {
            return attempt.status() != null && attempt.status() / 100 == 2;
        }

        boolean gone() {
            return attempt.status() != null && attempt.status() == 410;
        }
    }

    /// @return why nothing will be sent there, for people; empty when it may be tried
    Optional<String> check(String url) {
        return policy.check(url);
    }

    Reply send(Webhook to, Delivery delivery) throws InterruptedException {
        var at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        long began = System.nanoTime();
        byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
        try {
            var headers = Signature.headers(delivery.id(), at, body, opened(to, at));
            var answer = outside.post(to.url(), headers, body, config.limit());
            var attempt = new Attempt(at, answer.status(), millisSince(began), null);
            return new Reply(attempt, retryAfter(answer));
        } catch (RefusedUrlException | UnreadableSecretException e) {
            return new Reply(new Attempt(at, null, millisSince(began), e.getMessage()), null);
        }
    }

    /// Of what is sent to a webhook without its secret nobody could tell who sent it.
    private List<String> opened(Webhook to, Instant now) throws UnreadableSecretException {
        try {
            return to.sealedSecrets(now).stream()
                    .map(kept -> secrets.open(to.id(), kept))
                    .toList();
        } catch (IllegalStateException e) {
            throw new UnreadableSecretException(e);
        }
    }

    private static final class UnreadableSecretException extends Exception {
        private static final long serialVersionUID = 1;

        UnreadableSecretException(Throwable cause) {
            super("its secret cannot be read on this installation", cause);
        }
    }

    private static Duration retryAfter(OutboundAnswer answer) {
        return LATER.contains(answer.status()) ? answer.retryAfter() : null;
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }
}
