package dev.mediagen.contracts;

/// What a voice is called at one provider.
public record ProviderVoice(String provider, String voiceId) {}
