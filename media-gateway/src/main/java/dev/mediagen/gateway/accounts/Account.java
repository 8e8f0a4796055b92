package dev.mediagen.gateway.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.accounts.Movement.Type;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The credits of one user. Every change makes a new one, and is written by one conditional update on (`_id`,
/// `version`); it carries its movements until the ledger has them, within a second.
///
/// @param balance what can still be spent; never negative
/// @param reserved what was taken from the balance for generations under way
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
        return new Account(id, 1, caller.tenant(), caller.user(), credits, 0, List.of(), List.of(grant), true);
    }

    Caller caller() {
        return new Caller(tenant, user);
    }

    boolean carries(Movement movement) {
        return moving.stream().anyMatch(m -> m.id().equals(movement.id()));
    }

    /// With some movements more.
    Account moved(List<Movement> movements) {
        long amount = movements.stream().mapToLong(Movement::amount).sum();
        long held = movements.stream().mapToLong(Movement::held).sum();
        var more = Stream.concat(moving.stream(), movements.stream()).toList();
        return with(balance + amount, reserved + held, starts, more);
    }

    /// The ledger has these.
    Account recorded(Set<String> ids) {
        var left = moving.stream().filter(m -> !ids.contains(m.id())).toList();
        return left.size() == moving.size() ? this : with(balance, reserved, starts, left);
    }

    /// When the next start is let in: the `perMinute`-th before it is a minute ago by then.
    Instant nextStart(int perMinute, Instant now) {
        if (perMinute == 0 || starts.size() < perMinute) return now;
        var free = starts.get(starts.size() - perMinute).plus(Throttle.WINDOW);
        return free.isAfter(now) ? free : now;
    }

    /// Lets a start in at its time.
    Account started(int perMinute, Instant at) {
        if (perMinute == 0) return this;
        // those of more than a window ago hold nobody up
        var recent = Stream.concat(
                        starts.stream().filter(s -> s.plus(Throttle.WINDOW).isAfter(at)), Stream.of(at))
                .toList();
        int from = Math.max(0, recent.size() - perMinute);
        return with(balance, reserved, List.copyOf(recent.subList(from, recent.size())), moving);
    }

    private Account with(long newBalance, long newReserved, List<Instant> newStarts, List<Movement> newMoving) {
        return new Account(
                id, version + 1, tenant, user, newBalance, newReserved, newStarts, newMoving, !newMoving.isEmpty());
    }
}
