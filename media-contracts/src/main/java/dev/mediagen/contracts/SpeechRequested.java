package dev.mediagen.contracts;

import java.time.Instant;
import java.util.List;

/// Speak a text.
///
/// @param voice name or provider id, as the caller wrote it
/// @param stability 0..1
/// @param similarityBoost 0..1
/// @param style exaggeration 0..1
/// @param speed 0.7..1.2
/// @param useSpeakerBoost null: the provider's default
/// @param languageCode ISO 639-1, or null
/// @param seed decimal integer as text, or null
/// @param alignment whether the caller wants timings
/// @param provider a provider to use instead of the configured order, or null
/// @param service the documents' service name (`styletts2`), or null
/// @param ownVoices when `voice` names the caller's own: its id at each provider, first choice first; else null
public record SpeechRequested(
        String generationId,
        String tenant,
        String user,
        Instant expiresAt,
        TextContent text,
        String voice,
        String modelId,
        double stability,
        double similarityBoost,
        double style,
        double speed,
        Boolean useSpeakerBoost,
        String languageCode,
        String seed,
        AudioFormat format,
        AudioQuality quality,
        boolean alignment,
        boolean useCache,
        String provider,
        String service,
        List<ProviderVoice> ownVoices)
        implements PartRequest {
    public static final String TOPIC = "speech-requested";

    public SpeechRequested {
        PartRequest.require(generationId, tenant, expiresAt);
    }

    @Override
    public Part part() {
        return Part.AUDIO;
    }
}
