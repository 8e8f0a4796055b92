package dev.mediagen.gateway.generations.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mediagen.contracts.ImageFormat;

/// An image. Superset of the documents' names.
///
/// @param imageUrl presigned for an hour
/// @param seed null where the provider takes none; the documents have the key always, and that of `requestId`
/// @param requestId the provider's own id of the call, or null
public record ImageResult(
        String assetId,
        String imageUrl,
        String url,
        String s3Key,
        int width,
        int height,
        @JsonInclude(JsonInclude.Include.ALWAYS) String seed,
        String prompt,
        @JsonInclude(JsonInclude.Include.ALWAYS) String requestId,
        String model,
        boolean success,
        boolean fromCache,
        Metadata metadata)
        implements GenerationView.Result {

    /// @param size bytes
    public record Metadata(long size, ImageFormat format, Dimensions dimensions, String sha256) {}

    public record Dimensions(int width, int height) {}
}
