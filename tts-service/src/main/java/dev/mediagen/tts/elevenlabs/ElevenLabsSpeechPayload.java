package dev.mediagen.tts.elevenlabs;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/// Bodies of `/v1/text-to-speech`. What is null is not sent.
final class ElevenLabsSpeechPayload {
    private ElevenLabsSpeechPayload() {}

    /// @param seed 0..4294967295
    /// @param previousRequestIds at most three, the latest last; wins over the texts
    @JsonNaming(SnakeCaseStrategy.class)
    record Body(
            String text,
            String modelId,
            String languageCode,
            VoiceSettings voiceSettings,
            Long seed,
            String previousText,
            String nextText,
            List<String> previousRequestIds) {}

    /// @param stability 0..1; the only one eleven_v3 knows, and there one of 0, 0.5, 1
    /// @param speed 0.7..1.2
    @JsonNaming(SnakeCaseStrategy.class)
    record VoiceSettings(
            Double stability, Double similarityBoost, Double style, Double speed, Boolean useSpeakerBoost) {}

    /// Seconds, in three lists of one length.
    @JsonNaming(SnakeCaseStrategy.class)
    record Alignment(
            List<String> characters, List<Double> characterStartTimesSeconds, List<Double> characterEndTimesSeconds) {}
}
