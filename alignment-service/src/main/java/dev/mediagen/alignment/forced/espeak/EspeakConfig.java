package dev.mediagen.alignment.forced.espeak;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/// Where the pronunciation server is.
@ConfigMapping(prefix = "media.alignment.espeak")
interface EspeakConfig {
    /// How to start it: program and arguments, separated by commas. Empty: there is none.
    Optional<List<String>> command();
}
