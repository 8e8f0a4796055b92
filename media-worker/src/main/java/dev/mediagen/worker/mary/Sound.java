package dev.mediagen.worker.mary;

/// A sound or a pause that was spoken.
///
/// @param symbol MaryTTS' phone; empty for a pause
/// @param token index in its sentence, or [#PAUSE]
/// @param seconds its true length
public record Sound(String symbol, int token, double seconds) {
    public static final int PAUSE = -1;
}
