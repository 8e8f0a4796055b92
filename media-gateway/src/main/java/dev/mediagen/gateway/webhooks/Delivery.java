package dev.mediagen.gateway.webhooks;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.gateway.api.RequestDigest;
import dev.mediagen.gateway.generations.Generation;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// One message to one webhook, and what became of it.
///
/// @param id made of what it says to whom: recording it again changes nothing; receivers know it as `webhook-id`
/// @param owner id of the user's webhooks
/// @param generationId null for a ping
/// @param version of the generation; earlier ones go first
/// @param last whether it tells the end of the generation
/// @param body sent to the byte each time
/// @param dueAt when it is tried next; a gateway that tries it puts that off, so that no other does
/// @param claims raised by whoever tries it
/// @param tries since it was recorded or replayed
/// @param replayed its owner wants it again, whatever was sent meanwhile
@MongoEntity(collection = "deliveries")
record Delivery(
        @JsonProperty("_id") String id,
        String owner,
        String webhook,
        String type,
        String generationId,
        long version,
        boolean last,
        String body,
        State state,
        Instant createdAt,
        Instant dueAt,
        Instant expiresAt,
        long claims,
        int tries,
        boolean replayed,
        List<Attempt> attempts) {
    static final String PING = "webhook.ping";
    private static final int MOST_ATTEMPTS = 50;

    /// PENDING: to be tried. SENDING: somebody tries it. DELIVERED: answered by 2xx. FAILED: given up.
    /// SUPERSEDED: a later message of the same generation went first. STOPPED: its webhook was disabled.
    public enum State {
        PENDING,
        SENDING,
        DELIVERED,
        FAILED,
        SUPERSEDED,
        STOPPED;

        @JsonValue
        public String json() {
            return name().toLowerCase();
        }
    }

    /// @param status of the answer; null without one
    /// @param error why there was none; null with one
    record Attempt(Instant at, Integer status, long millis, String error) {}

    static Delivery of(String owner, Webhook to, Generation generation, JsonNode view, Duration keep) {
        boolean last = generation.status().terminal();
        String type = "generation." + generation.status().json();
        String when = last ? "end" : String.valueOf(generation.version());
        String id = RequestDigest.of(to.id(), generation.id(), when);
        String body = body(type, generation.updatedAt(), view);
        return recorded(id, owner, to, type, generation.id(), generation.version(), last, body, keep);
    }

    static Delivery ping(String owner, Webhook to, Duration keep) {
        var data = ContractJson.mapper().createObjectNode().put("webhookId", to.id());
        String id = UUID.randomUUID().toString().replace("-", "");
        return recorded(id, owner, to, PING, null, 0, true, body(PING, Instant.now(), data), keep);
    }

    private static Delivery recorded(
            String id,
            String owner,
            Webhook to,
            String type,
            String generationId,
            long version,
            boolean last,
            String body,
            Duration keep) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new Delivery(
                "msg_" + id.substring(0, 32),
                owner,
                to.id(),
                type,
                generationId,
                version,
                last,
                body,
                State.PENDING,
                now,
                now,
                now.plus(keep),
                0,
                0,
                false,
                List.of());
    }

    private static String body(String type, Instant at, JsonNode data) {
        var body = ContractJson.mapper().createObjectNode();
        return body.put("type", type)
                .put("timestamp", at.toString())
                .set("data", data)
                .toString();
    }

    boolean isPing() {
        return type.equals(PING);
    }

    boolean open() {
        return state == State.PENDING || state == State.SENDING;
    }

    /// Nobody else takes it before the lease ends.
    Delivery claimed(Instant leased) {
        return with(State.SENDING, leased, tries, replayed, attempts);
    }

    Delivery postponed(Instant until) {
        return with(State.PENDING, until, tries, replayed, attempts);
    }

    Delivery ended(State how) {
        return with(how, dueAt, tries, replayed, attempts);
    }

    /// @param again null: that was the last try
    Delivery tried(Attempt attempt, State next, Instant again) {
        var all = new ArrayList<>(attempts);
        all.add(attempt);
        if (all.size() > MOST_ATTEMPTS) all.removeFirst();
        return with(next, again == null ? attempt.at() : again, tries + 1, replayed, List.copyOf(all));
    }

    Delivery again(Instant now, Duration keep) {
        var next = with(State.PENDING, now, 0, true, attempts);
        return next.until(now.plus(keep));
    }

    private Delivery until(Instant end) {
        return new Delivery(
                id,
                owner,
                webhook,
                type,
                generationId,
                version,
                last,
                body,
                state,
                createdAt,
                dueAt,
                end,
                claims,
                tries,
                replayed,
                attempts);
    }

    private Delivery with(State next, Instant due, int tried, boolean byHand, List<Attempt> made) {
        return new Delivery(
                id,
                owner,
                webhook,
                type,
                generationId,
                version,
                last,
                body,
                next,
                createdAt,
                due,
                expiresAt,
                claims + 1,
                tried,
                byHand,
                made);
    }
}
