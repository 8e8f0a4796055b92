package dev.mediagen.contracts;

import com.fasterxml.jackson.annotation.JsonValue;

/// Where timings come from.
public enum AlignmentMethod {
    /// Given by the speech provider together with the audio.
    PROVIDER,
    /// Computed from audio and text.
    FORCED,
    /// Spread over the measured speech activity: the text is right, single boundaries may be off.
    ESTIMATED;

    @JsonValue
    public String json() {
        return name().toLowerCase();
    }
}
