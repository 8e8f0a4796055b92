package dev.mediagen.alignment;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/// Who finds timings, first choice first (`MEDIA_PROVIDERS_ALIGNMENT`). Our own aligner, `mediagen`, need not be
/// named: it costs nothing, always answers, and is the last of any order. Absent: it alone.
@ConfigMapping(prefix = "media.providers")
interface ProvidersConfig {
    Optional<List<String>> alignment();
}
