package dev.mediagen.gateway.generations.view;

import dev.mediagen.contracts.ImageFormat;

/// An image. Superset of the documents' names.
///
/// @param imageUrl presigned for an hour
/// @param requestId the provider's own id of the call
public record ImageResult(
        String assetId,
        String imageUrl,
        String url,
        String s3Key,
        int width,
        int height,
        String seed,
        String prompt,
        String requestId,
        String model,
        boolean success,
        boolean fromCache,
        Metadata metadata)
        implements GenerationView.Result {

    /// @param size bytes
    public record Metadata(long size, ImageFormat format, Dimensions dimensions, String sha256) {}

    public record Dimensions(int width, int height) {}
}
