package dev.mediagen.gateway.generations;

import dev.mediagen.contracts.AssetStored;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.GenerationCompleted;
import dev.mediagen.contracts.GenerationFailed;
import dev.mediagen.contracts.GenerationProgressed;
import java.time.Instant;

/// What the gateway knows of one part.
///
/// @param epoch the newest heard of
/// @param progress 0..100 of this part
/// @param requestedAt when it was first asked for
/// @param completion the completion that counts: the one whose bytes are kept
/// @param stored null until storage keeps it, and for a prompt
public record PartState(
        PartStatus status,
        long epoch,
        int attempt,
        int progress,
        String message,
        Instant requestedAt,
        GenerationCompleted completion,
        AssetStored stored,
        GenerationFailed failure) {
    private static final int MADE = 95;

    static PartState waiting() {
        return new PartState(PartStatus.WAITING, 0, 0, 0, null, null, null, null, null);
    }

    PartState requested(Instant now) {
        return new PartState(PartStatus.REQUESTED, 0, 0, 0, null, now, null, null, null);
    }

    PartState progressed(GenerationProgressed sign) {
        boolean old = sign.epoch() < epoch || status == PartStatus.MADE || status.ended();
        if (old) return this;
        var next = sign.retrying() ? PartStatus.RETRYING : PartStatus.RUNNING;
        int further = Math.max(progress, Math.min(sign.progress(), MADE));
        return new PartState(
                next, sign.epoch(), sign.attempt(), further, sign.message(), requestedAt, null, null, null);
    }

    /// A part with bytes waits for storage; one without has ended.
    PartState completed(GenerationCompleted made) {
        if (status.ended() || status == PartStatus.MADE) return this;
        var next = made.staged() == null ? PartStatus.STORED : PartStatus.MADE;
        int further = made.staged() == null ? 100 : Math.max(progress, MADE);
        return new PartState(next, made.epoch(), made.attempt(), further, null, requestedAt, made, null, null);
    }

    PartState stored(AssetStored kept) {
        if (status.ended()) return this;
        var made = kept.completion();
        return new PartState(PartStatus.STORED, made.epoch(), made.attempt(), 100, null, requestedAt, made, kept, null);
    }

    PartState failed(GenerationFailed why, boolean needed) {
        if (status.ended() || why.epoch() < epoch) return this;
        // what is made counts, whoever else failed; only storage refuses it, and names its epoch
        boolean ofAnother = status == PartStatus.MADE && why.epoch() != epoch;
        if (ofAnother && why.code() != FailureCode.DEADLINE_EXCEEDED) return this;
        var next = needed ? PartStatus.FAILED : PartStatus.GIVEN_UP;
        return new PartState(next, why.epoch(), why.attempt(), progress, why.message(), requestedAt, null, null, why);
    }
}
