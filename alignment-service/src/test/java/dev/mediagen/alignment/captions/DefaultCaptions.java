package dev.mediagen.alignment.captions;

import dev.mediagen.alignment.captions.formats.CaptionFormat;
import dev.mediagen.contracts.Alignment;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/// Captions by the default rules, without a container.
public final class DefaultCaptions {
    private static final Captions CAPTIONS = create();

    private DefaultCaptions() {}

    public static Captions create() {
        return with(Map.of());
    }

    static Captions with(Map<String, String> settings) {
        return new Captions(new SmallRyeConfigBuilder()
                .withMapping(CaptionRules.class)
                .withDefaultValues(settings)
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
