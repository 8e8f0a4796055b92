package dev.mediagen.gateway.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.Part;
import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.accounts.Movement.Type;
import dev.mediagen.gateway.api.ProblemException;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The credits of one user. Every change makes a new one, and is written by one conditional update on (`_id`,
/// `version`); it carries its movements until the ledger has them. That a generation's credits are held here or not is
/// what makes reserving and settling happen once, however often they are asked for.
///
/// @param balance what can still be spent; never negative
/// @param reserved the sum of `held`
/// @param held by generationId
/// @param starts when the latest starts were let in, or will be, oldest first
/// @param moving movements the ledger may not have yet
/// @param unrecorded whether there are any; what the sweep reads
@MongoEntity(collection = "accounts")
record Account(
        @JsonProperty("_id") String id,
        long version,
        String tenant,
        String user,
        long balance,
        long reserved,
        Map<String, Hold> held,
        List<Instant> starts,
        List<Movement> moving,
        boolean unrecorded) {

    static String id(Caller caller) {
        return caller.tenant() + "/" + caller.user();
    }

    static Account opened(Caller caller, long credits, Instant now) {
        String id = id(caller);
        var grant = new Movement(
                id + "/grant", caller.tenant(), caller.user(), Type.GRANT, null, null, null, credits, credits, now);
        return new Account(
                id, 1, caller.tenant(), caller.user(), credits, 0, Map.of(), List.of(), List.of(grant), true);
    }

    /// @param prices per part; what is free is not held
    /// @throws ProblemException 402 when the balance is too small
    Account reserve(String generationId, Kind kind, Map<Part, Long> prices, Instant now) {
        if (prices.isEmpty() || held.containsKey(generationId)) return this;
        long total = total(prices);
        if (total > balance)
            throw ProblemException.insufficientCredits("it costs %d credits, you have %d".formatted(total, balance));
        var movements = new ArrayList<>(moving);
        prices.forEach((part, credits) ->
                movements.add(movement(Type.RESERVE, kind, generationId, part, -credits, credits, now)));
        var holds = new HashMap<>(held);
        holds.put(generationId, new Hold(kind, now, prices));
        return with(balance - total, reserved + total, holds, movements);
    }

    /// Takes what is held for the parts that are kept, gives back the rest.
    Account settle(String generationId, Set<Part> kept, Instant now) {
        var hold = held.get(generationId);
        if (hold == null) return this;
        long back = 0;
        var movements = new ArrayList<>(moving);
        for (var entry : hold.credits().entrySet()) {
            long credits = entry.getValue();
            boolean captured = kept.contains(entry.getKey());
            if (!captured) back += credits;
            movements.add(movement(
                    captured ? Type.CAPTURE : Type.RELEASE,
                    hold.kind(),
                    generationId,
                    entry.getKey(),
                    captured ? 0 : credits,
                    credits,
                    now));
        }
        var holds = new HashMap<>(held);
        holds.remove(generationId);
        return with(balance + back, reserved - total(hold.credits()), holds, movements);
    }

    /// The ledger has these.
    Account recorded(Set<String> ids) {
        var left = moving.stream().filter(m -> !ids.contains(m.id())).toList();
        return left.size() == moving.size() ? this : with(balance, reserved, held, left);
    }

    /// When the next start is let in: the `perMinute`-th before it is a minute ago by then.
    Instant nextStart(int perMinute, Instant now) {
        if (starts.size() < perMinute) return now;
        var free = starts.get(starts.size() - perMinute).plus(Throttle.WINDOW);
        return free.isAfter(now) ? free : now;
    }

    /// Lets a start in at its time.
    Account started(int perMinute, Instant at) {
        var newStarts = Stream.concat(starts.stream(), Stream.of(at)).toList();
        int from = Math.max(0, newStarts.size() - perMinute);
        return new Account(
                id,
                version + 1,
                tenant,
                user,
                balance,
                reserved,
                held,
                List.copyOf(newStarts.subList(from, newStarts.size())),
                moving,
                unrecorded);
    }

    private static long total(Map<Part, Long> prices) {
        return prices.values().stream().mapToLong(Long::longValue).sum();
    }

    private Movement movement(
            Type type, Kind kind, String generationId, Part part, long amount, long credits, Instant now) {
        String movementId = "%s/%s/%s".formatted(generationId, part.json(), type.json());
        return new Movement(movementId, tenant, user, type, kind, generationId, part, amount, credits, now);
    }

    private Account with(long newBalance, long newReserved, Map<String, Hold> newHeld, List<Movement> newMoving) {
        return new Account(
                id,
                version + 1,
                tenant,
                user,
                newBalance,
                newReserved,
                newHeld,
                starts,
                newMoving,
                !newMoving.isEmpty());
    }
}
