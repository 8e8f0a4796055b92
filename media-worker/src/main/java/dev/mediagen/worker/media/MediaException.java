package dev.mediagen.worker.media;

import java.io.IOException;

/// A media file that cannot be read or written as asked: not the format, damaged, too large, or no room.
public final class MediaException extends IOException {
    public MediaException(String message) {
        super(message);
    }

    public MediaException(String message, Throwable cause) {
        super(message, cause);
    }
}
