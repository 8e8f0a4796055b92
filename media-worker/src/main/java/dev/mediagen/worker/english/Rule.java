package dev.mediagen.worker.english;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// One way to read what stands at a position of the text.
///
/// @param words what is said; null when the rule does not apply after all
record Rule(Pattern pattern, Function<MatchResult, List<String>> words) {
    static Rule of(String pattern, Function<MatchResult, List<String>> words) {
        return new Rule(Pattern.compile(pattern), words);
    }
}
