package dev.mediagen.alignment.text;

/// A word as a range of clusters.
///
/// @param from first cluster
/// @param to after the last cluster
/// @param after what stands between this word and the next
public record Word(int from, int to, Boundary after) {
    /// How likely a speaker pauses here.
    public enum Boundary {
        /// Nothing but space.
        NONE,
        /// A comma, dash, bracket or the like.
        CLAUSE,
        /// The end of a sentence, a paragraph or the text.
        SENTENCE
    }

    public int length() {
        return to - from;
    }
}
