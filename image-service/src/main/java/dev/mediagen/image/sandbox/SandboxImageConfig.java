package dev.mediagen.image.sandbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What the sandbox may take of this machine.
@ConfigMapping(prefix = "media.sandbox.image")
interface SandboxImageConfig {
    /// Pictures painted at the same time; each takes a processor.
    @WithDefault("2")
    int painters();

    /// Millions of pixels in work at the same time, each some 12 MB of heap. A picture that is larger, and one that
    /// transforms another, is made alone.
    @WithDefault("4")
    int megapixels();

    /// Larger source pictures are refused.
    @WithDefault("16777216")
    long maxSourcePixels();
}
