package dev.mediagen.gateway.generations.view;

import dev.mediagen.contracts.AlignmentMethod;
import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.CharacterTimings;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/// A spoken text, a converted recording or a sound. Superset of the documents' names; what it has not is absent.
///
/// @param audioUrl presigned for an hour
/// @param duration seconds
/// @param alignment inline up to 5,000 characters
/// @param captions URLs by format
public record SpeechResult(
        String assetId,
        String audioUrl,
        String url,
        String s3Key,
        String contentType,
        double duration,
        String voiceId,
        String voiceName,
        boolean success,
        boolean fromCache,
        URI alignmentUrl,
        AlignmentMethod alignmentMethod,
        Double alignmentConfidence,
        CharacterTimings alignment,
        Map<String, URI> captions,
        Metadata metadata)
        implements GenerationView.Result {

    /// @param size bytes
    public record Metadata(
            String modelId,
            String voiceId,
            Instant timestamp,
            AudioFormat format,
            AudioQuality quality,
            double duration,
            long size,
            String sha256) {}
}
