package dev.mediagen.contracts;

import java.time.Instant;
import java.util.List;

/// Say a recording again with another voice.
///
/// @param source the recording in our bucket
/// @param voice name or provider id, as the caller wrote it
/// @param f0Condition whether the pitch of the recording is to be kept
/// @param provider a provider to use instead of the configured order, or null
/// @param service the documents' service name (`seedvc`), or null
/// @param ownVoices when `voice` names the caller's own: its id at each provider, first choice first; else null
public record ConversionRequested(
        String generationId,
        String tenant,
        String user,
        Instant expiresAt,
        StagedAsset source,
        String voice,
        boolean f0Condition,
        AudioFormat format,
        AudioQuality quality,
        boolean useCache,
        String provider,
        String service,
        List<ProviderVoice> ownVoices)
        implements PartRequest {
    public static final String TOPIC = "conversion-requested";

    public ConversionRequested {
        PartRequest.require(generationId, tenant, expiresAt);
    }

    @Override
    public Part part() {
        return Part.AUDIO;
    }
}
