package dev.mediagen.worker.english;

import java.util.List;

/// A piece of the source text that is spoken.
///
/// @param start index of its first code unit in the source text
/// @param end index after its last
/// @param words what is said for it, in ASCII
/// @param pause punctuation that follows: empty, or one of `, . ? !`
public record Token(int start, int end, List<String> words, String pause) {
    Token withPause(String next) {
        return new Token(start, end, words, next);
    }
}
