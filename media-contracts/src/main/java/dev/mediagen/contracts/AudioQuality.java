package dev.mediagen.contracts;

import com.fasterxml.jackson.annotation.JsonValue;

/// How much an encoder may throw away: mp3 32, 128, 192 kbit/s (C-06 of the requirements); wav 22.05, 44.1, 48 kHz.
public enum AudioQuality {
    LOW,
    MEDIUM,
    HIGH;

    @JsonValue
    public String json() {
        return name().toLowerCase();
    }
}
