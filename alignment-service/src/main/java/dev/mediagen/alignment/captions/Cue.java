package dev.mediagen.alignment.captions;

import java.util.List;

/// One caption on the screen.
///
/// @param start milliseconds
/// @param end milliseconds, after `start` and not after the start of the next cue
record Cue(long start, long end, List<List<Piece>> lines) {
    /// A stretch of a line.
    ///
    /// @param time milliseconds at which it is spoken, strictly inside the cue and after every earlier one; -1 for
    /// none
    record Piece(String text, long time) {
        static final long NO_TIME = -1;
    }
}
