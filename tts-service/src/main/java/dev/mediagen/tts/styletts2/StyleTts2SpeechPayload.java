package dev.mediagen.tts.styletts2;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Body of `POST /generate`.
record StyleTts2SpeechPayload(
        String text, @JsonProperty("target_voice") String targetVoice) {}
