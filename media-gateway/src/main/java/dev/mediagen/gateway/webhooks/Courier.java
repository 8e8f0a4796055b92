package dev.mediagen.gateway.webhooks;

import dev.mediagen.gateway.webhooks.Delivery.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jboss.logging.Logger;

/// Tries one delivery once and writes down what came of it. Any gateway may; who has claimed it does.
@ApplicationScoped
class Courier {
    private static final Logger LOG = Logger.getLogger(Courier.class);
    /// Longer than a try may take.
    private static final Duration LEASE = Duration.ofSeconds(20);
    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final Post post;
    private final WebhooksConfig config;
    private final BackOff backOff;
    private final ConcurrentMap<String, Integer> atHost = new ConcurrentHashMap<>();

    Courier(WebhookStore webhooks, DeliveryStore deliveries, Post post, WebhooksConfig config) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.post = post;
        this.config = config;
        this.backOff = new BackOff(config.pauses(), new SecureRandom());
    }

    /// What is not tried, because its host is busy or somebody else was faster, the sweep looks at again.
    void deliver(Delivery due) {
        try {
            var to = webhooks.find(due.owner(), due.webhook());
            if (to.isEmpty()) deliveries.deleteById(due.id());
            else if (!to.get().enabled() && !due.isPing()) deliveries.replace(due, due.ended(State.STOPPED));
            else deliver(to.get(), due);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warnf("%s not delivered yet: %s", due.id(), e);
        }
    }

    private void deliver(Webhook to, Delivery due) throws InterruptedException {
        String host = URI.create(to.url()).getHost();
        if (!enter(host)) return;
        try {
            var mine = due.claimed(Instant.now().plus(config.limit()).plus(LEASE));
            if (!deliveries.replace(due, mine)) return;
            if (hearsOnce(to) || new Turns(deliveries).comes(mine)) settle(to, mine, post.send(to, mine));
        } finally {
            leave(host);
        }
    }

    /// Who only hears of the end hears one thing of each generation.
    private static boolean hearsOnce(Webhook to) {
        return to.events().stream().allMatch(status -> status.terminal());
    }

    private void settle(Webhook to, Delivery sent, Post.Reply reply) {
        var attempt = reply.attempt();
        if (reply.accepted()) {
            if (to.failingSince() != null || !to.enabled()) webhooks.change(sent.owner(), to.id(), Webhook::succeeded);
            deliveries.replace(sent, sent.tried(attempt, State.DELIVERED, null));
            return;
        }
        var now = Instant.now();
        LOG.infof(
                "%s to webhook %s: %s",
                sent.id(), to.id(), attempt.status() == null ? attempt.error() : attempt.status());
        if (reply.gone()) webhooks.change(sent.owner(), to.id(), hook -> hook.disabled(now, "it answered 410"));
        else if (to.failingSince() == null) webhooks.change(sent.owner(), to.id(), hook -> hook.failing(now));
        var pause = sent.isPing() || reply.gone()
                ? null
                : backOff.after(sent.tries() + 1, reply.retryAfter()).orElse(null);
        if (pause == null) giveUp(to, sent, attempt, now);
        else deliveries.replace(sent, sent.tried(attempt, State.PENDING, now.plus(pause)));
    }

    private void giveUp(Webhook to, Delivery sent, Delivery.Attempt attempt, Instant now) {
        boolean forDays = to.failingSince() != null
                && to.failingSince().plus(config.disableAfter()).isBefore(now);
        if (forDays) webhooks.change(sent.owner(), to.id(), hook -> hook.disabled(now, "it accepted nothing for days"));
        deliveries.replace(sent, sent.tried(attempt, State.FAILED, null));
    }

    private boolean enter(String host) {
        var entered = new boolean[1];
        atHost.compute(host, (name, count) -> {
            int now = count == null ? 0 : count;
            entered[0] = now < config.perHost();
            return entered[0] ? now + 1 : count;
        });
        return entered[0];
    }

    private void leave(String host) {
        atHost.compute(host, (name, count) -> count == 1 ? null : count - 1);
    }
}
