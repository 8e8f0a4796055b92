package dev.mediagen.alignment.captions;

/// A sentence with what stands behind it up to the next one; all of them joined are the text.
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
