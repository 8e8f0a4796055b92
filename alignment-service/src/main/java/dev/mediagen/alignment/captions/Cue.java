package dev.mediagen.alignment.captions;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One caption on the screen.
///
/// @param start milliseconds
/// @param end milliseconds, after `start` and not after the start of the next cue
public record Cue(long start, long end, List<Line> lines) {
    public Stream<Piece> pieces() {
        return lines.stream().flatMap(line -> line.pieces().stream());
    }

    /// @param spaced whether a space stood in the text where the line ends
    public record Line(List<Piece> pieces, boolean spaced) {
        public String text() {
            return pieces.stream().map(Piece::text).collect(Collectors.joining());
        }
    }

    /// A stretch of a line: a word with the punctuation and the space around it.
    ///
    /// @param word index in the words of the alignment; -1: before the first one. A word that is cut over two lines
    /// has two pieces
    /// @param start milliseconds at which the word begins; never before an earlier piece
    /// @param end milliseconds at which the word ends, perhaps after its cue
    public record Piece(String text, int word, long start, long end) {
        static final int NO_WORD = -1;

        public boolean timed() {
            return word != NO_WORD;
        }
    }
}
