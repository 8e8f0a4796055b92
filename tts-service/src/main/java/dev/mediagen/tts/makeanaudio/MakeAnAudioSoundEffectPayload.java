package dev.mediagen.tts.makeanaudio;

/// Body of `POST /generate`.
record MakeAnAudioSoundEffectPayload(String prompt) {}
