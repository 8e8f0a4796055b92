package dev.mediagen.contracts;

/// Facts of a made sound.
///
/// @param duration seconds of the decoded audio
/// @param modelId the provider's model, or null
public record SoundEffectProduced(
        double duration, String prompt, String modelId, AudioFormat format, AudioQuality quality) implements Produced {}
