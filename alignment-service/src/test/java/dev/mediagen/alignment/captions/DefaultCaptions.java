package dev.mediagen.alignment.captions;

import io.smallrye.config.SmallRyeConfigBuilder;

/// Captions by the default rules, without a container.
public final class DefaultCaptions {
    private DefaultCaptions() {}

    public static Captions create() {
        return new Captions(new SmallRyeConfigBuilder()
                .withMapping(CaptionRules.class)
                .build()
                .getConfigMapping(CaptionRules.class));
    }
}
