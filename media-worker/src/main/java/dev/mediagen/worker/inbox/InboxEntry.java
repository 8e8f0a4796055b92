package dev.mediagen.worker.inbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mediagen.contracts.GenerationCancelled;
import dev.mediagen.contracts.GenerationCompleted;
import dev.mediagen.contracts.GenerationFailed;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.PartRequest;
import java.time.Duration;
import java.time.Instant;

/// One part that this worker was asked for.
///
/// @param id generationId and part
/// @param open whether something is still to be done; what the sweep reads
/// @param epoch rises at each claim and fences writes of earlier owners
/// @param attempt tries begun
/// @param dueAt not before
/// @param published how often the completion was published
/// @param topic which request it is
/// @param request the request as JSON
record InboxEntry(
        @JsonProperty("_id") String id,
        String generationId,
        Part part,
        String tenant,
        InboxState state,
        boolean open,
        long epoch,
        String owner,
        int attempt,
        Instant dueAt,
        int published,
        Instant expiresAt,
        String topic,
        String request,
        GenerationCompleted completion,
        GenerationFailed failure) {

    static String id(String generationId, Part part) {
        return generationId + "/" + part.json();
    }

    /// A new entry, already claimed when `owner` is given.
    static InboxEntry of(PartRequest request, String topic, String json, String owner, Instant now) {
        var state = owner == null ? InboxState.QUEUED : InboxState.RUNNING;
        int claims = owner == null ? 0 : 1;
        String id = id(request.generationId(), request.part());
        return new InboxEntry(
                id,
                request.generationId(),
                request.part(),
                request.tenant(),
                state,
                true,
                claims,
                owner,
                claims,
                now,
                0,
                request.expiresAt(),
                topic,
                json,
                null,
                null);
    }

    /// In place of a request that is still to come, and will then be known already.
    static InboxEntry cancelled(GenerationCancelled cancelled, Part part, Instant now) {
        return new InboxEntry(
                id(cancelled.generationId(), part),
                cancelled.generationId(),
                part,
                cancelled.tenant(),
                InboxState.CANCELLED,
                false,
                0,
                null,
                0,
                now,
                0,
                cancelled.expiresAt(),
                GenerationCancelled.TOPIC,
                null,
                null,
                null);
    }

    InboxEntry claimedBy(String newOwner) {
        return with(InboxState.RUNNING, epoch + 1, newOwner, attempt + 1, dueAt, null, null);
    }

    /// Gives the part back; a hand-over is not counted as a try.
    InboxEntry handedBack(Instant now) {
        return with(InboxState.QUEUED, epoch, null, attempt - 1, now, null, null);
    }

    /// Comes back after a wait that the provider asked for, which is not counted as a try.
    InboxEntry waitFor(Duration pause, Instant now) {
        return with(InboxState.QUEUED, epoch, null, attempt - 1, now.plus(pause), null, null);
    }

    InboxEntry tryAgainIn(Duration pause, Instant now) {
        return with(InboxState.QUEUED, epoch, null, attempt, now.plus(pause), null, null);
    }

    InboxEntry completed(GenerationCompleted made, Instant nextPublish) {
        boolean kept = made.staged() == null;
        return with(kept ? InboxState.DONE : InboxState.COMPLETED, epoch, null, attempt, nextPublish, made, null);
    }

    InboxEntry failed(GenerationFailed why, Instant now) {
        return with(InboxState.FAILED, epoch, null, attempt, now, null, why);
    }

    private InboxEntry with(
            InboxState newState,
            long newEpoch,
            String newOwner,
            int newAttempt,
            Instant newDueAt,
            GenerationCompleted newCompletion,
            GenerationFailed newFailure) {
        return new InboxEntry(
                id,
                generationId,
                part,
                tenant,
                newState,
                newState.open(),
                newEpoch,
                newOwner,
                newAttempt,
                newDueAt,
                newState == InboxState.COMPLETED ? published + 1 : published,
                expiresAt,
                topic,
                request,
                newCompletion,
                newFailure);
    }
}
