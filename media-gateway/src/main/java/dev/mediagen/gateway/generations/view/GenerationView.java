package dev.mediagen.gateway.generations.view;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mediagen.contracts.ImageMode;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.Part;
import dev.mediagen.gateway.generations.Status;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A generation as its owner sees it.
///
/// @param stage the earliest unfinished part in the order prompt, image, audio, alignment; then `storage`
/// @param progress 0..100, never falls
/// @param throttledUntil when it starts; only while it is throttled
/// @param audioId the id under the documents' name; only of audio
/// @param clipId likewise
/// @param failed likewise; true only in a terminal state
/// @param seedStatus the documents' idle, generating, processing, complete, error
/// @param fields of a single result once completed, so that clients written for the documents find them
@Schema(name = "Generation")
public record GenerationView(
        String id,
        Kind kind,
        ImageMode mode,
        String service,
        Status status,
        String stage,
        int progress,
        String message,
        int attempt,
        Instant createdAt,
        Instant updatedAt,
        Instant startedAt,
        Instant finishedAt,
        Instant throttledUntil,
        String provider,
        Boolean fallback,
        Boolean fromCache,
        List<String> warnings,
        Credits credits,
        Failure error,
        Result result,
        String retryOf,
        Links links,
        String audioId,
        String clipId,
        boolean failed,
        String s3Key,
        String seedStatus,

        @JsonAnyGetter @JsonInclude(content = JsonInclude.Include.ALWAYS) @Schema(hidden = true)
        Map<String, Object> fields) {

    /// @param retryable whether the same request may succeed later
    public record Failure(String code, String message, boolean retryable, String provider, Part part) {}

    /// @param quoted what all of it would cost
    /// @param reserved until its end
    /// @param charged at its end, for what is kept and did not come from the cache
    public record Credits(long quoted, long reserved, long charged) {}

    public record Links(URI self, URI events, URI cancel, URI retry, URI alignment) {}

    /// What came out, by kind.
    public sealed interface Result permits SpeechResult, ImageResult, PromptResult, AlignmentResult, MediaResult {}
}
