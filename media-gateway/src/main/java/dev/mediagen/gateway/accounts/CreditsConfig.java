package dev.mediagen.gateway.accounts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What things cost, in credits, and what a user begins with.
@ConfigMapping(prefix = "media.credits")
interface CreditsConfig {
    /// Given once, when a user first appears.
    @WithDefault("10000")
    long start();

    @WithDefault("50")
    long speech();

    @WithDefault("50")
    long conversion();

    @WithDefault("50")
    long soundEffect();

    @WithDefault("50")
    long image();

    @WithDefault("50")
    long fastImage();

    @WithDefault("0")
    long prompt();

    @WithDefault("0")
    long alignment();
}
