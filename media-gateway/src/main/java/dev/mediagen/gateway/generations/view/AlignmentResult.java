package dev.mediagen.gateway.generations.view;

import dev.mediagen.contracts.AlignmentMethod;
import java.net.URI;
import java.util.Map;

/// Timings of a text in an audio.
public record AlignmentResult(
        String assetId,
        URI alignmentUrl,
        AlignmentMethod alignmentMethod,
        double alignmentConfidence,
        double duration,
        Map<String, URI> captions)
        implements GenerationView.Result {}
