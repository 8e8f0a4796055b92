package dev.mediagen.gateway.generations;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mediagen.contracts.AssetStored;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.GenerationCompleted;
import dev.mediagen.contracts.GenerationFailed;
import dev.mediagen.contracts.GenerationProgressed;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.Part;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One generation: the truth about what was asked for and how far it is. Every change makes a new one, and is
/// written by one conditional update on (`_id`, `version`).
///
/// @param open whether something is still to be done or announced; what the sweep reads
/// @param retryOf whose stored parts it took over, or null
/// @param progress 0..100, never falls
/// @param warnings said at the door; those of the parts come on top
@MongoEntity(collection = "generations")
public record Generation(
        @JsonProperty("_id") String id,
        long version,
        boolean open,
        String tenant,
        String user,
        GenerationRequest request,
        String retryOf,
        Status status,
        int progress,
        Instant createdAt,
        Instant updatedAt,
        Instant startedAt,
        Instant finishedAt,
        Instant expiresAt,
        List<String> warnings,
        Terms terms,
        Map<Part, PartState> parts) {

    public Generation {
        terms = Objects.requireNonNullElse(terms, Terms.FREE);
    }

    /// A new one; nobody is asked for anything before it begins.
    static Generation of(String id, Generations.Wish wish, Terms terms, Instant now, Duration deadline) {
        var parts = new EnumMap<Part, PartState>(Part.class);
        wish.request().parts().keySet().forEach(part -> parts.put(part, PartState.waiting()));
        if (wish.earlier() != null) parts.putAll(wish.earlier().stored());
        var waiting = new Generation(
                id,
                1,
                true,
                wish.caller().tenant(),
                wish.caller().user(),
                wish.request(),
                wish.earlier() == null ? null : wish.earlier().id(),
                Status.THROTTLED,
                0,
                now,
                now,
                null,
                null,
                (terms.startAt().isAfter(now) ? terms.startAt() : now).plus(deadline),
                wish.warnings(),
                terms,
                parts);
        return terms.startAt().isAfter(now) ? waiting : waiting.begun(now);
    }

    /// The parts that are kept.
    public Map<Part, PartState> stored() {
        return parts.entrySet().stream()
                .filter(part -> part.getValue().status() == PartStatus.STORED)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Its time has come: the parts that need no other are asked for.
    Generation begun(Instant now) {
        return status == Status.THROTTLED ? Story.advance(this, new EnumMap<>(parts), now) : this;
    }

    /// Ended by its owner.
    Generation cancelled(Instant now) {
        return status.terminal() ? this : with(parts, Status.CANCELLED, progress, now);
    }

    /// Takes the place of one that was paid for and never recorded, so that it never will be. It is nobody's.
    static Generation neverRecorded(String id, Instant now) {
        return new Generation(
                id,
                1,
                false,
                "",
                "",
                null,
                null,
                Status.FAILED,
                0,
                now,
                now,
                null,
                now,
                now,
                List.of(),
                null,
                Map.of());
    }

    public Kind kind() {
        return request.kind();
    }

    public PartState part(Part part) {
        return parts.get(part);
    }

    /// Parts in the order of the documents: prompt, image, audio, alignment.
    public Stream<Map.Entry<Part, PartState>> inOrder() {
        return new EnumMap<>(parts).entrySet().stream();
    }

    /// The earliest part that is not made; empty when only storage is left.
    public Optional<Part> unfinished() {
        return inOrder()
                .filter(e -> e.getValue().status().unfinished())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    public int attempt() {
        return parts.values().stream().mapToInt(PartState::attempt).max().orElse(0);
    }

    /// The failure that ended it, if one did.
    public Optional<GenerationFailed> failure() {
        return inOrder()
                .filter(e -> e.getValue().status() == PartStatus.FAILED)
                .map(e -> e.getValue().failure())
                .findFirst();
    }

    /// Credits that were taken for it; 0 before its end.
    public long charged() {
        return status.terminal() ? terms.charged(parts) : 0;
    }

    Generation progressed(GenerationProgressed sign, Instant now) {
        return change(sign.part(), part -> part.progressed(sign), now);
    }

    Generation completed(GenerationCompleted made, Instant now) {
        return change(made.part(), part -> part.completed(made), now);
    }

    Generation stored(AssetStored kept, Instant now) {
        return change(kept.part(), part -> part.stored(kept), now);
    }

    Generation failed(GenerationFailed why, Instant now) {
        return change(why.part(), part -> part.failed(why, request.needs(why.part())), now);
    }

    /// Ends what has not ended by its deadline; it completes when all that is missing is what it can do without.
    Generation expired(Instant now) {
        var generation = this;
        for (Part part : parts.keySet()) {
            if (!request.needs(part) && !part(part).status().ended()) generation = generation.failed(late(part), now);
        }
        return generation.status.terminal()
                ? generation
                : generation.with(generation.parts, Status.EXPIRED, progress, now);
    }

    private GenerationFailed late(Part part) {
        return new GenerationFailed(
                id,
                part,
                Long.MAX_VALUE,
                0,
                FailureCode.DEADLINE_EXCEEDED,
                "not made before the deadline",
                null,
                false);
    }

    private Generation change(Part part, UnaryOperator<PartState> change, Instant now) {
        if (status.terminal() || !parts.containsKey(part)) return this;
        var next = change.apply(part(part));
        if (next.equals(part(part))) return this;
        var changed = new EnumMap<>(parts);
        changed.put(part, next);
        return Story.advance(this, changed, now);
    }

    Generation with(Map<Part, PartState> newParts, Status newStatus, int newProgress, Instant now) {
        boolean untouched = newStatus == Status.QUEUED || newStatus == Status.CANCELLED;
        var started = startedAt == null && !untouched ? now : startedAt;
        var finished = newStatus.terminal() ? now : null;
        return new Generation(
                id,
                version + 1,
                true,
                tenant,
                user,
                request,
                retryOf,
                newStatus,
                Math.max(progress, newProgress),
                createdAt,
                now,
                started,
                finished,
                expiresAt,
                warnings,
                terms,
                newParts);
    }
}
