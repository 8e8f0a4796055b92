package dev.mediagen.image.fal;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.worker.parts.PartContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// A paid job, as it is noted: first that it is about to be submitted, then what fal calls it. Whoever takes the part
/// over goes on from here instead of submitting again.
///
/// @param provider says that the note is ours
/// @param submission names the submission in its webhook; nobody can guess it. Null when it is given up as lost
/// @param epoch of the try that submitted it
/// @param submittedAt milliseconds since 1970
/// @param requestId null until fal answered
/// @param lost earlier submissions of this part that fal never answered: each may still turn out to be its job
record FalJob(
        String provider,
        String submission,
        long epoch,
        long submittedAt,
        String requestId,
        String statusUrl,
        String responseUrl,
        String cancelUrl,
        List<String> lost) {
    private static final String FAL = "fal";

    FalJob {
        lost = lost == null ? List.of() : List.copyOf(lost);
    }

    static FalJob submitting(long epoch, List<String> lost) {
        String submission = UUID.randomUUID().toString();
        return new FalJob(FAL, submission, epoch, System.currentTimeMillis(), null, null, null, null, lost);
    }

    /// Nothing was heard of the submission for too long.
    FalJob givenUp(long byEpoch) {
        return new FalJob(FAL, null, byEpoch, submittedAt, null, null, null, null, submissions());
    }

    /// All that may tell of this part: the latest first.
    List<String> submissions() {
        return Stream.concat(Stream.ofNullable(submission), lost.stream()).toList();
    }

    FalJob accepted(FalImagePayload.Submitted answer) {
        return new FalJob(
                FAL,
                submission,
                epoch,
                submittedAt,
                answer.requestId(),
                answer.statusUrl(),
                answer.responseUrl(),
                answer.cancelUrl(),
                lost);
    }

    /// Where its picture goes; exists once this try has it.
    Path picture(Path workDir) {
        return workDir.resolve("fal-" + requestId);
    }

    /// Whether this try has its picture: who asks again wants another.
    boolean madeHere(PartContext context) {
        return requestId != null && Files.exists(picture(context.workDir()));
    }

    static Optional<FalJob> noted(PartContext context) {
        return context.note().map(FalJob::parse).filter(job -> FAL.equals(job.provider()));
    }

    private static FalJob parse(String note) {
        try {
            return ContractJson.mapper().readValue(note, FalJob.class);
        } catch (JsonProcessingException e) {
            // somebody else's note
            return new FalJob(null, null, 0, 0, null, null, null, null, null);
        }
    }

    /// Nothing is left of it to resume; what was lost before it stays noted.
    void forget(PartContext context) {
        if (lost.isEmpty()) context.note(null);
        else new FalJob(FAL, null, epoch, submittedAt, null, null, null, null, lost).note(context);
    }

    void note(PartContext context) {
        try {
            context.note(ContractJson.mapper().writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
