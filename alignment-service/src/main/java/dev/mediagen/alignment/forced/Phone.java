package dev.mediagen.alignment.forced;

/// A sound of a reference pronunciation.
///
/// @param symbol in the alphabet of its [Pronouncer]
/// @param word index of the word of the text it belongs to
/// @param start seconds
/// @param end seconds
public record Phone(String symbol, int word, double start, double end) {
    Phone later(double seconds) {
        return new Phone(symbol, word, start + seconds, end + seconds);
    }
}
