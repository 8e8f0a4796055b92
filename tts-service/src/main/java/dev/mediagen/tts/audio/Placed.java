package dev.mediagen.tts.audio;

/// Where a piece came to lie in what it was joined to, all in seconds.
///
/// @param trimmed what was cut off the piece's beginning
/// @param start in the whole
/// @param length of what was kept
public record Placed(double trimmed, double start, double length) {
    public double end() {
        return start + length;
    }

    /// A time in the piece as a time in the whole.
    public double at(double time) {
        return start + Math.clamp(time - trimmed, 0, length);
    }
}
