package dev.mediagen.tts;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/// Which providers serve each kind, first choice first (`MEDIA_PROVIDERS_SPEECH`, `_CONVERSION`, `_SOUND_EFFECT`).
/// Absent: those that have what they need, else `sandbox`.
@ConfigMapping(prefix = "media.providers")
interface ProvidersConfig {
    Optional<List<String>> speech();

    Optional<List<String>> conversion();

    Optional<List<String>> soundEffect();
}
