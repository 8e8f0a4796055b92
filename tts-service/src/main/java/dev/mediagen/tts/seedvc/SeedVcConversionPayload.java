package dev.mediagen.tts.seedvc;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Body of `POST /convert`.
///
/// @param sourceAudioKey of the recording, in the bucket that we share
record SeedVcConversionPayload(
        @JsonProperty("source_audio_key") String sourceAudioKey,
        @JsonProperty("target_voice") String targetVoice) {}
