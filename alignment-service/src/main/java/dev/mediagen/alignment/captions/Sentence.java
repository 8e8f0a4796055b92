package dev.mediagen.alignment.captions;

/// A sentence with the space behind it; all of them joined are the text. It may hold no word.
///
/// @param from first code unit
/// @param to after the last code unit
/// @param firstWord index in the words of the alignment
/// @param afterWord index after its last word
public record Sentence(int from, int to, int firstWord, int afterWord) {
    public boolean spoken() {
        return afterWord > firstWord;
    }
}
