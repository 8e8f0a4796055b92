package dev.mediagen.contracts;

import com.fasterxml.jackson.annotation.JsonValue;

/// One piece of a generation that is asked for, made, kept and charged on its own. Everything downstream of the
/// gateway (requests, inboxes, staging, assets) is keyed (generationId, part).
public enum Part {
    PROMPT,
    IMAGE,
    AUDIO,
    ALIGNMENT;

    @JsonValue
    public String json() {
        return name().toLowerCase();
    }
}
