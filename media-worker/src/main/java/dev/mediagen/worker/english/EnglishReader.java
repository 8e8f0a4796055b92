package dev.mediagen.worker.english;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Turns English text into the words that are said, and remembers which piece of the text each word is said for.
public final class EnglishReader {
    private static final int LONGEST_SENTENCE = 40;
    private static final List<Rule> RULES = Stream.of(
                    Web.rules(),
                    Calendar.rules(),
                    Quantities.rules(),
                    Abbreviations.rules(),
                    Letters.rules(),
                    Web.signs())
            .flatMap(List::stream)
            .toList();
    private static final Pattern SENTENCE_END =
            Pattern.compile("(?!(?<=\\.)\\.|(?:\\.{2,}|…)\\s+\\p{Ll})[.!?…]+[\"'”’)\\]]*(?=\\s|$)");
    private static final Pattern PARAGRAPH = Pattern.compile("\\s*\\n\\s*\\n\\s*|\\u2029");
    private static final Pattern BREATH = Pattern.compile("[,;:()\\[\\]—…\\n\"“”]|\\.{2,}|\\s[–-](?=\\s)");
    private static final Pattern NEW_SENTENCE =
            Pattern.compile("\\s+[\"'“‘(]?(?!\\p{Lu}\\p{Ll}+day\\b)\\p{Lu}(?!\\p{Lu})");

    private final String text;
    private final List<Matcher> matchers;
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Token> current = new ArrayList<>();
    private final Set<String> skipped = new LinkedHashSet<>();
    private int at;

    private EnglishReader(String text) {
        this.text = text;
        this.matchers = RULES.stream().map(rule -> matcher(rule.pattern())).toList();
    }

    /// How the text is read out. No sentences when there is nothing to say.
    public static Reading read(String text) {
        var reader = new EnglishReader(text);
        while (reader.at < text.length()) reader.step();
        reader.endSentence(".");
        return new Reading(List.copyOf(reader.sentences), reader.skipped);
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    }

    private boolean standsHere(Pattern pattern) {
        return matcher(pattern).region(at, text.length()).lookingAt();
    }

    private void step() {
        if (standsHere(PARAGRAPH)) endSentence(".");
        if (Character.isWhitespace(text.charAt(at)) && text.charAt(at) != '\n' || !token()) punctuation();
    }

    private boolean token() {
        for (int index = 0; index < matchers.size(); index++) {
            var matcher = matchers.get(index).region(at, text.length());
            if (!matcher.lookingAt()) continue;
            var words = RULES.get(index).words().apply(matcher.toMatchResult());
            if (words == null || words.isEmpty()) continue;
            current.add(new Token(at, matcher.end(), List.copyOf(words), ""));
            at = matcher.end();
            boolean closed = text.charAt(at - 1) == '.' && standsHere(NEW_SENTENCE) && endsSentence(words.getLast());
            if (closed) endSentence(".");
            else if (current.size() >= LONGEST_SENTENCE) endSentence(",");
            return true;
        }
        return false;
    }

    /// Titles and the like are followed by a name, not by a new sentence.
    private static boolean endsSentence(String lastWord) {
        return Set.of(
                        "m",
                        "cetera",
                        "incorporated",
                        "limited",
                        "corporation",
                        "company",
                        "junior",
                        "senior",
                        "street",
                        "drive",
                        "avenue",
                        "road")
                .contains(lastWord);
    }

    private void punctuation() {
        var end = matcher(SENTENCE_END).region(at, text.length());
        if (end.lookingAt()) {
            var mark = end.group();
            endSentence(mark.contains("?") ? "?" : mark.contains("!") ? "!" : ".");
            at = end.end();
            return;
        }
        if (standsHere(BREATH) && !current.isEmpty())
            current.set(current.size() - 1, current.getLast().withPause(","));
        skip();
    }

    private void skip() {
        var clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
        int next = at + Character.charCount(text.codePointAt(at));
        if (text.charAt(at) >= 128) {
            clusters.setText(text.substring(at, Math.min(text.length(), at + 64)));
            next = Math.max(next, at + clusters.next());
            if (unsayable(text.codePointAt(at))) skipped.add(text.substring(at, next));
        }
        at = next;
    }

    private static boolean unsayable(int symbol) {
        int type = Character.getType(symbol);
        return UCharacter.isLetterOrDigit(symbol)
                || type == Character.OTHER_SYMBOL
                || type == Character.MATH_SYMBOL
                || type == Character.SURROGATE;
    }

    private void endSentence(String mark) {
        if (current.isEmpty()) return;
        current.set(current.size() - 1, current.getLast().withPause(mark));
        sentences.add(new Sentence(List.copyOf(current)));
        current.clear();
    }
}
