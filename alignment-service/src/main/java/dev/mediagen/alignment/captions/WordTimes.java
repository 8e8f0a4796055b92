package dev.mediagen.alignment.captions;

import dev.mediagen.contracts.Alignment;

/// Which word lies where in the text of an alignment; asked with rising offsets.
final class WordTimes {
    private final Alignment alignment;
    private final int[] offsets;
    private int next;

    WordTimes(Alignment alignment) {
        this.alignment = alignment;
        this.offsets = WordOffsets.of(alignment);
    }

    /// Goes on to the last word that begins before this code unit.
    void advance(int end) {
        while (next < offsets.length && offsets[next] < end) {
            next++;
        }
    }

    /// Whether the current word covers this code unit.
    boolean covers(int offset) {
        return next > 0
                && offset
                        < offsets[next - 1]
                                + alignment.words().get(next - 1).text().length();
    }

    /// The current word.
    Atom.Stamp stamp(int offset) {
        var word = alignment.words().get(next - 1);
        return new Atom.Stamp(offset, next - 1, CaptionTrack.millis(word.start()), CaptionTrack.millis(word.end()));
    }
}
