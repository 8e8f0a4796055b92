package dev.mediagen.tts.elevenlabs;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/// Body of `/v1/sound-generation`.
///
/// @param durationSeconds 0.5..30
@JsonNaming(SnakeCaseStrategy.class)
record ElevenLabsSoundEffectPayload(String text, double durationSeconds, String modelId) {}
