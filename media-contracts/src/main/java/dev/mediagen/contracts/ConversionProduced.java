package dev.mediagen.contracts;

/// Facts of a recording said again with another voice.
///
/// @param duration seconds of the decoded audio
/// @param voiceId the voice as asked for, resolved to its id
/// @param modelId the provider's model, or null
public record ConversionProduced(
        double duration, String voiceId, String voiceName, String modelId, AudioFormat format, AudioQuality quality)
        implements Produced {}
