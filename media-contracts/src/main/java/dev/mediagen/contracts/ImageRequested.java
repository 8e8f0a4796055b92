package dev.mediagen.contracts;

import java.time.Instant;

/// Make an image.
///
/// @param width pixels
/// @param height pixels
/// @param seed decimal integer of any size as text, or null for the provider's choice
/// @param guidanceScale 1..20
/// @param strength 0 (keep the source) .. 1 (ignore it); only with [ImageMode#TRANSFORM]
/// @param source the source image in our bucket; only with [ImageMode#TRANSFORM]
/// @param sourceUrl public https URL of the source image, instead of `source`; whoever fetches it must not trust it
/// @param style name of an art style of this house, or null
public record ImageRequested(
        String generationId,
        String tenant,
        String user,
        Instant expiresAt,
        ImageMode mode,
        String prompt,
        String negativePrompt,
        int width,
        int height,
        int numInferenceSteps,
        String seed,
        double guidanceScale,
        boolean enableSafetyChecker,
        Double strength,
        StagedAsset source,
        String style,
        ImageFormat format,
        boolean useCache,
        String provider,
        String sourceUrl)
        implements PartRequest {
    public static final String TOPIC = "image-requested";

    public ImageRequested {
        PartRequest.require(generationId, tenant, expiresAt);
    }

    @Override
    public Part part() {
        return Part.IMAGE;
    }
}
