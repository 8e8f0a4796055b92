package dev.mediagen.contracts;

import java.time.Instant;

/// Check the timings that came with an audio, or find them when none came.
///
/// @param audio the audio in our bucket
/// @param timings [CharacterTimings] as JSON in our bucket, or null when the provider gave none
/// @param languageCode ISO 639-1, or null
public record AlignmentRequested(
        String generationId,
        String tenant,
        String user,
        Instant expiresAt,
        TextContent text,
        StagedAsset audio,
        StagedAsset timings,
        String languageCode)
        implements PartRequest {
    public static final String TOPIC = "alignment-requested";

    public AlignmentRequested {
        PartRequest.require(generationId, tenant, expiresAt);
    }

    @Override
    public Part part() {
        return Part.ALIGNMENT;
    }
}
