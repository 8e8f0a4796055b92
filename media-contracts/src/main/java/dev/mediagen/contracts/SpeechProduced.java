package dev.mediagen.contracts;

/// Facts of a spoken text.
///
/// @param duration seconds of the decoded audio
/// @param voiceId the voice as asked for, resolved to its id
/// @param modelId the model as asked for
/// @param timings [CharacterTimings] as JSON in our bucket, or null when the provider gave none
public record SpeechProduced(
        double duration,
        String voiceId,
        String voiceName,
        String modelId,
        AudioFormat format,
        AudioQuality quality,
        StagedAsset timings)
        implements Produced {}
