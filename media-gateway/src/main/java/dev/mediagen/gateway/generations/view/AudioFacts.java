package dev.mediagen.gateway.generations.view;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.ConversionProduced;
import dev.mediagen.contracts.Produced;
import dev.mediagen.contracts.SoundEffectProduced;
import dev.mediagen.contracts.SpeechProduced;

/// What every made audio has, however it was made.
///
/// @param voiceId null where nobody speaks
record AudioFacts(
        double duration, String voiceId, String voiceName, String modelId, AudioFormat format, AudioQuality quality) {
    static AudioFacts of(Produced produced) {
        return switch (produced) {
            case SpeechProduced s ->
                new AudioFacts(s.duration(), s.voiceId(), s.voiceName(), s.modelId(), s.format(), s.quality());
            case ConversionProduced c ->
                new AudioFacts(c.duration(), c.voiceId(), c.voiceName(), c.modelId(), c.format(), c.quality());
            case SoundEffectProduced e ->
                new AudioFacts(e.duration(), null, null, e.modelId(), e.format(), e.quality());
            default -> throw new IllegalStateException("no audio: " + produced);
        };
    }
}
