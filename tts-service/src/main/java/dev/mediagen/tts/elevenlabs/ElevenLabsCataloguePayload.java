package dev.mediagen.tts.elevenlabs;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/// What ElevenLabs has; only the fields that are used.
final class ElevenLabsCataloguePayload {
    private ElevenLabsCataloguePayload() {}

    /// An entry of `/v1/models`.
    ///
    /// @param maximumTextLengthPerRequest characters, or null
    @JsonNaming(SnakeCaseStrategy.class)
    record Model(String modelId, boolean canDoTextToSpeech, Integer maximumTextLengthPerRequest) {}

    /// @param name not unique
    @JsonNaming(SnakeCaseStrategy.class)
    record Voice(String voiceId, String name) {}

    /// A page of `/v2/voices` or `/v1/shared-voices`.
    ///
    /// @param nextPageToken null on the last page
    @JsonNaming(SnakeCaseStrategy.class)
    record VoicePage(List<Voice> voices, boolean hasMore, String nextPageToken) {}
}
