package dev.mediagen.gateway.accounts;

import java.time.Instant;
import java.util.List;

/// @param balance what can be spent
/// @param reserved for generations under way; captured once they are stored, or given back
record AccountView(long balance, long reserved) {
    /// @param next for the next page; null on the last
    record Movements(List<Line> movements, String next) {}

    /// @param amount by which the balance changed
    record Line(
            String id,
            Movement.Type type,
            String kind,
            String generationId,
            String part,
            long amount,
            long credits,
            Instant at) {
        static Line of(Movement m) {
            return new Line(
                    m.id(),
                    m.type(),
                    m.kind() == null ? null : m.kind().json(),
                    m.generationId(),
                    m.part() == null ? null : m.part().json(),
                    m.amount(),
                    m.credits(),
                    m.at());
        }
    }
}
