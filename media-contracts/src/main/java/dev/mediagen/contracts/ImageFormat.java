package dev.mediagen.contracts;

import com.fasterxml.jackson.annotation.JsonValue;

/// File format of a kept image.
public enum ImageFormat {
    WEBP("image/webp"),
    PNG("image/png"),
    JPG("image/jpeg");

    private final String mediaType;

    ImageFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /// Also the file name extension, without the dot.
    @JsonValue
    public String json() {
        return name().toLowerCase();
    }
}
