package dev.mediagen.tts.modelserver;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// What every model server needs; each has its own prefix.
public interface ModelServerConfig {
    /// Base URL of the server.
    Optional<URI> apiRoute();

    Optional<String> apiKey();

    /// How long one call may take, its place in the server's queue included; at least 60 s.
    @WithDefault("180s")
    Duration limit();
}
