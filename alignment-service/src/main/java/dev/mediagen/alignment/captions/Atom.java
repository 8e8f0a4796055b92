package dev.mediagen.alignment.captions;

import java.util.List;

/// A piece of the text that no line break divides, mostly a word with its punctuation.
///
/// @param text as shown
/// @param width columns
/// @param start milliseconds
/// @param end milliseconds
/// @param stamps the words in it; the first may have begun in the atom before
/// @param after what follows it in the source
record Atom(String text, int width, long start, long end, List<Stamp> stamps, After after) {
    enum After {
        NOTHING,
        SPACE,
        LINE_END
    }

    /// @param offset code units within the text of the atom
    /// @param word index in the alignment
    /// @param start milliseconds
    /// @param end milliseconds
    record Stamp(int offset, int word, long start, long end) {}

    int space() {
        return after == After.NOTHING ? 0 : 1;
    }

    /// Whether the next atom goes on with the word that this one ends in.
    boolean cutBefore(Atom next) {
        return !stamps.isEmpty()
                && !next.stamps.isEmpty()
                && stamps.getLast().word() == next.stamps.getFirst().word();
    }
}
