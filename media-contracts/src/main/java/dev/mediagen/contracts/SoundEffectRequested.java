package dev.mediagen.contracts;

import java.time.Instant;

/// Make a sound from a description.
///
/// @param durationSeconds wished length in seconds
/// @param provider a provider to use instead of the configured order, or null
/// @param service the documents' service name (`make-an-audio`), or null
public record SoundEffectRequested(
        String generationId,
        String tenant,
        String user,
        Instant expiresAt,
        String prompt,
        double durationSeconds,
        AudioFormat format,
        AudioQuality quality,
        boolean useCache,
        String provider,
        String service)
        implements PartRequest {
    public static final String TOPIC = "sound-effect-requested";

    public SoundEffectRequested {
        PartRequest.require(generationId, tenant, expiresAt);
    }

    @Override
    public Part part() {
        return Part.AUDIO;
    }
}
