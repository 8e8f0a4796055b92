package dev.mediagen.contracts;

import com.fasterxml.jackson.annotation.JsonValue;

/// Which family of image model is asked for.
public enum ImageMode {
    /// Best quality, `flux-dev` in results.
    STANDARD("flux-dev"),
    /// Few steps, `flux-schnell` in results.
    FAST("flux-schnell"),
    /// Image to image, `flux-dev-i2i` in results.
    TRANSFORM("flux-dev-i2i");

    private final String model;

    ImageMode(String model) {
        this.model = model;
    }

    /// The model name that results carry (requirement R089).
    public String model() {
        return model;
    }

    @JsonValue
    public String json() {
        return name().toLowerCase();
    }
}
