package dev.mediagen.contracts;

import com.fasterxml.jackson.annotation.JsonValue;

/// Container and codec of kept audio.
public enum AudioFormat {
    MP3("audio/mpeg", "mp3"),
    WAV("audio/wav", "wav"),
    /// Opus in Ogg.
    OPUS("audio/ogg", "opus");

    private final String mediaType;
    private final String extension;

    AudioFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /// File name extension without the dot.
    public String extension() {
        return extension;
    }

    @JsonValue
    public String json() {
        return name().toLowerCase();
    }
}
