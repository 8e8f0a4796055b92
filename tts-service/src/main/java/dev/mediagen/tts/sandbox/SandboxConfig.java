package dev.mediagen.tts.sandbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// The built-in voice.
@ConfigMapping(prefix = "media.sandbox.speech")
interface SandboxConfig {
    /// Sentences spoken at the same time; each needs one core.
    @WithDefault("1")
    int concurrency();

    /// Load the voice at start, so that the first request need not wait for it.
    @WithDefault("true")
    boolean warmUp();
}
