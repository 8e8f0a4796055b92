package dev.mediagen.alignment.captions;

import java.util.List;

/// A piece of the text that no line break divides, mostly a word with its punctuation.
///
/// @param text as shown
/// @param width columns
/// @param start milliseconds
/// @param end milliseconds
/// @param stamps where words begin in it
/// @param after what follows it in the source
record Atom(String text, int width, long start, long end, List<Stamp> stamps, After after) {
    enum After {
        NOTHING,
        SPACE,
        LINE_END
    }

    /// @param offset code units within the text of the atom
    /// @param time milliseconds
    record Stamp(int offset, long time) {}

    int space() {
        return after == After.NOTHING ? 0 : 1;
    }
}
