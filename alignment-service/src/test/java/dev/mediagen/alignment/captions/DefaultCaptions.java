package dev.mediagen.alignment.captions;

import dev.mediagen.alignment.captions.formats.CaptionFormat;
import dev.mediagen.contracts.Alignment;
import io.smallrye.config.SmallRyeConfigBuilder;

/// Captions by the default rules, without a container.
public final class DefaultCaptions {
    private static final Captions CAPTIONS = create();

    private DefaultCaptions() {}

    public static Captions create() {
        return new Captions(new SmallRyeConfigBuilder()
                .withMapping(CaptionRules.class)
                .build()
                .getConfigMapping(CaptionRules.class));
    }

    public static CaptionTrack track(Alignment alignment, String languageCode) {
        return CAPTIONS.track(alignment, languageCode);
    }

    public static String text(Alignment alignment, String languageCode, CaptionFormat format) {
        return format.write(track(alignment, languageCode));
    }
}
