package dev.mediagen.worker.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.PartRequest;
import dev.mediagen.contracts.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Turns requests into work: records them, and starts them at once where a slot is free. What waits, is lost or has
/// not been answered is found by [InboxSweep].
@ApplicationScoped
class WorkerLoop {
    private final Inbox inbox;
    private final Leases leases;
    private final Outcomes outcomes;
    private final RunningParts parts;

    WorkerLoop(Inbox inbox, Leases leases, Outcomes outcomes, RunningParts parts) {
        this.inbox = inbox;
        this.leases = leases;
        this.outcomes = outcomes;
        this.parts = parts;
    }

    /// Records a request. From here on this worker owes it; a repeat is answered with what is known.
    void accept(PartRequest request) {
        if (request.expiresAt().isBefore(Instant.now())) return;
        boolean free = parts.takeSlot();
        boolean started = false;
        try {
            started = record(request, free);
            if (!free) parts.slotWanted(true);
        } finally {
            if (free && !started) parts.giveSlotBack();
        }
    }

    /// Records a request and starts it here and now, or leaves it alone.
    ///
    /// @return done when the first try has ended, however it did; empty when it was not started here
    Optional<CompletableFuture<Void>> begin(PartRequest request) {
        if (request.expiresAt().isBefore(Instant.now()) || !parts.takeSlot()) return Optional.empty();
        var ended = new CompletableFuture<Void>();
        String id = InboxEntry.id(request.generationId(), request.part());
        boolean alone = parts.watch(id, ended);
        boolean started = false;
        try {
            started = alone && record(request, true);
        } finally {
            if (!started) parts.giveSlotBack();
            if (!started && alone) parts.unwatch(id, ended);
        }
        return started ? Optional.of(ended) : Optional.empty();
    }

    /// @return whether the part was started, which takes the slot
    private boolean record(PartRequest request, boolean free) {
        var entry = InboxEntry.of(
                request, Topics.of(request.getClass()), json(request), free ? leases.self() : null, Instant.now());
        // known here before it is in the database, where the sweep may see it at once
        if (free && !parts.enter(entry)) return false;
        boolean added = false;
        try {
            added = inbox.add(entry);
        } finally {
            if (free && !added) parts.leave(entry);
        }
        if (added && free) parts.run(entry);
        if (!added) inbox.find(entry.id()).ifPresent(outcomes::sayAgain);
        return added && free;
    }

    private static String json(PartRequest request) {
        try {
            return ContractJson.mapper().writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
