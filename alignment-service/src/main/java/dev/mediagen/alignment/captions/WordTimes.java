package dev.mediagen.alignment.captions;

import dev.mediagen.contracts.AlignedWord;
import dev.mediagen.contracts.Alignment;

/// Where the words of an alignment lie in its text; asked with rising offsets.
final class WordTimes {
    private final Alignment alignment;
    private int next;
    private int from;
    private int to;
    private int searched;
    private AlignedWord word;

    WordTimes(Alignment alignment) {
        this.alignment = alignment;
    }

    /// Whether a word begins in these code units; then it is the current one.
    boolean beginsIn(int start, int end) {
        boolean begun = false;
        while (next < alignment.words().size()) {
            AlignedWord candidate = alignment.words().get(next);
            int at = alignment.text().indexOf(candidate.text(), searched);
            if (at >= end || at < 0) {
                break;
            }
            begun |= at >= start;
            word = candidate;
            from = at;
            to = at + candidate.text().length();
            searched = to;
            next++;
        }
        return begun;
    }

    /// Whether the current word covers this code unit.
    boolean covers(int offset) {
        return word != null && offset >= from && offset < to;
    }

    /// Of the current word, milliseconds.
    long start() {
        return Atoms.millis(word.start());
    }
}
