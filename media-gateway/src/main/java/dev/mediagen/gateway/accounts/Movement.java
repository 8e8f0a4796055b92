package dev.mediagen.gateway.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.Part;
import dev.mediagen.gateway.access.Caller;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One line of the ledger. The amounts of all movements of a user sum to the balance.
///
/// @param id made of what it is about, so that what is recorded twice is there once
/// @param generationId null for a grant
/// @param part null for a grant
/// @param amount credits by which the balance changed
/// @param credits it is about; a capture changes no balance: its credits left it when they were reserved
@MongoEntity(collection = "ledger")
record Movement(
        @JsonProperty("_id") String id,
        String tenant,
        String user,
        Type type,
        Kind kind,
        String generationId,
        Part part,
        long amount,
        long credits,
        Instant at) {
    enum Type {
        GRANT,
        RESERVE,
        CAPTURE,
        RELEASE;

        @JsonValue
        String json() {
            return name().toLowerCase();
        }
    }

    /// What is reserved for one generation, one line a part.
    static List<Movement> reserve(Caller caller, String generationId, Kind kind, Map<Part, Long> prices, Instant now) {
        return lines(prices, (part, credits) -> line(Type.RESERVE, caller, generationId, kind, part, credits, now));
    }

    /// What becomes of it: taken for the parts that are kept, given back for the others.
    static List<Movement> settle(
            Caller caller, String generationId, Kind kind, Map<Part, Long> prices, Set<Part> kept, Instant now) {
        return lines(
                prices,
                (part, credits) -> line(
                        kept.contains(part) ? Type.CAPTURE : Type.RELEASE,
                        caller,
                        generationId,
                        kind,
                        part,
                        credits,
                        now));
    }

    /// By how much it changes what is reserved.
    long held() {
        return switch (type) {
            case GRANT -> 0;
            case RESERVE -> credits;
            case CAPTURE, RELEASE -> -credits;
        };
    }

    private interface Line {
        Movement of(Part part, long credits);
    }

    private static List<Movement> lines(Map<Part, Long> prices, Line line) {
        return prices.entrySet().stream()
                .map(price -> line.of(price.getKey(), price.getValue()))
                .toList();
    }

    private static Movement line(
            Type type, Caller caller, String generationId, Kind kind, Part part, long credits, Instant now) {
        long amount =
                switch (type) {
                    case RESERVE -> -credits;
                    case RELEASE, GRANT -> credits;
                    case CAPTURE -> 0;
                };
        return new Movement(
                id(generationId, part, type),
                caller.tenant(),
                caller.user(),
                type,
                kind,
                generationId,
                part,
                amount,
                credits,
                now);
    }

    /// A part is settled once, one way or the other.
    private static String id(String generationId, Part part, Type type) {
        return "%s/%s/%s".formatted(generationId, part.json(), type == Type.RESERVE ? "reserve" : "settle");
    }
}
