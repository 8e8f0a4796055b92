package dev.mediagen.tts.sandbox;

/// A sound or a pause that was spoken.
///
/// @param token index in its sentence, or [#PAUSE]
/// @param seconds its true length
record Sound(int token, double seconds) {
    static final int PAUSE = -1;
}
