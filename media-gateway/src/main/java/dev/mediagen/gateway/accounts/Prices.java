package dev.mediagen.gateway.accounts;

import dev.mediagen.contracts.ImageMode;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.Part;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// What the parts of a generation cost.
@ApplicationScoped
public class Prices {
    private final CreditsConfig config;

    Prices(CreditsConfig config) {
        this.config = config;
    }

    /// @param mode of its image, or null
    /// @return credits per part; what is free is left out
    public Map<Part, Long> of(Kind kind, ImageMode mode, Set<Part> parts) {
        var prices = new EnumMap<Part, Long>(Part.class);
        for (Part part : parts) {
            long price =
                    switch (part) {
                        case PROMPT -> config.prompt();
                        case IMAGE -> mode == ImageMode.FAST ? config.fastImage() : config.image();
                        case AUDIO -> audio(kind);
                        case ALIGNMENT -> config.alignment();
                    };
            if (price > 0) prices.put(part, price);
        }
        return prices;
    }

    private long audio(Kind kind) {
        return switch (kind) {
            case CONVERSION -> config.conversion();
            case SOUND_EFFECT -> config.soundEffect();
            case SPEECH, MEDIA -> config.speech();
            case IMAGE, PROMPT, ALIGNMENT, BATCH -> throw new IllegalArgumentException(kind + " has no audio");
        };
    }
}
