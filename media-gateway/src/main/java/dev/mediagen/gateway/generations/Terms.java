package dev.mediagen.gateway.generations;

import dev.mediagen.contracts.Part;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What was agreed on at the door.
///
/// @param prices credits that were reserved per part; what is free is left out
/// @param startAt not before
public record Terms(Map<Part, Long> prices, Instant startAt) {
    static final Terms FREE = new Terms(Map.of(), Instant.EPOCH);

    /// What all of it would cost.
    public long quoted() {
        return prices.values().stream().mapToLong(Long::longValue).sum();
    }

    /// What is paid for: it is kept, and was made for this generation.
    Set<Part> due(Map<Part, PartState> parts) {
        return prices.keySet().stream()
                .filter(parts::containsKey)
                .filter(part -> parts.get(part).status() == PartStatus.STORED)
                .filter(part -> chargeable(parts.get(part)))
                .collect(Collectors.toSet());
    }

    private static boolean chargeable(PartState state) {
        var made = state.completion();
        return made.chargeable() && !made.fromCache();
    }

    long charged(Map<Part, PartState> parts) {
        return due(parts).stream().mapToLong(prices::get).sum();
    }
}
