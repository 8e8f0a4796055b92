package dev.mediagen.tts.elevenlabs;

/// Fields of the form of `/v1/speech-to-speech`, beside the recording.
///
/// @param voiceSettings a JSON object as text
record ElevenLabsConversionPayload(String modelId, String voiceSettings) {}
