package dev.mediagen.image.fal;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.worker.parts.PartContext;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/// A paid job, as it is noted: first that it is about to be submitted, then what fal calls it. Whoever takes the part
/// over goes on from here instead of submitting again.
///
/// @param provider says that the note is ours
/// @param submission names the submission in its webhook; nobody can guess it
/// @param epoch of the try that submitted it
/// @param requestId null until fal answered
record FalJob(
        String provider,
        String submission,
        long epoch,
        String requestId,
        String statusUrl,
        String responseUrl,
        String cancelUrl) {
    private static final String FAL = "fal";

    static FalJob submitting(long epoch) {
        return new FalJob(FAL, UUID.randomUUID().toString(), epoch, null, null, null, null);
    }

    FalJob accepted(FalImagePayload.Submitted answer) {
        return new FalJob(
                FAL,
                submission,
                epoch,
                answer.requestId(),
                answer.statusUrl(),
                answer.responseUrl(),
                answer.cancelUrl());
    }

    /// Where its picture goes; exists once this try has it.
    Path picture(Path workDir) {
        return workDir.resolve("fal-" + requestId);
    }

    static Optional<FalJob> noted(PartContext context) {
        return context.note().map(FalJob::parse).filter(job -> FAL.equals(job.provider()));
    }

    private static FalJob parse(String note) {
        try {
            return ContractJson.mapper().readValue(note, FalJob.class);
        } catch (JsonProcessingException e) {
            // somebody else's note
            return new FalJob(null, null, 0, null, null, null, null);
        }
    }

    void note(PartContext context) {
        try {
            context.note(ContractJson.mapper().writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
