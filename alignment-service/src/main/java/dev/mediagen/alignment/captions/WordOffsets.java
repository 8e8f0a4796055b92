package dev.mediagen.alignment.captions;

import dev.mediagen.contracts.Alignment;

/// Where the words of an alignment lie in its text.
final class WordOffsets {
    private WordOffsets() {}

    /// @return rising code units, one for each word
    static int[] of(Alignment alignment) {
        int[] offsets = new int[alignment.words().size()];
        int searched = 0;
        for (int i = 0; i < offsets.length; i++) {
            String word = alignment.words().get(i).text();
            int at = alignment.text().indexOf(word, searched);
            offsets[i] = at < 0 ? searched : at;
            searched = at < 0 ? searched : at + word.length();
        }
        return offsets;
    }
}
