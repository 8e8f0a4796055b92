package dev.mediagen.alignment.activity;

/// A stretch of audio.
///
/// @param start seconds
/// @param end seconds
public record Interval(double start, double end) {
    public double length() {
        return end - start;
    }
}
