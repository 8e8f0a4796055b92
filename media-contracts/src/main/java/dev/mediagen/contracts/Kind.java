package dev.mediagen.contracts;

import com.fasterxml.jackson.annotation.JsonValue;

/// What a caller may ask for.
public enum Kind {
    SPEECH,
    CONVERSION,
    SOUND_EFFECT,
    IMAGE,
    PROMPT,
    ALIGNMENT,
    MEDIA,
    BATCH;

    @JsonValue
    public String json() {
        return name().toLowerCase().replace('_', '-');
    }
}
