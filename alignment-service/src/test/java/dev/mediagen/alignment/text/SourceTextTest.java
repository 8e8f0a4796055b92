package dev.mediagen.alignment.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.alignment.text.Word.Boundary;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SourceTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "Don't stop, it’s fine. # Don't|stop|it’s|fine",
                "A well-known co‑op - yes # A|well-known|co‑op|yes",
                "Pi is 3.14, not $5.20 or 42% # Pi|is|3.14|not|$5.20|or|42%",
                "At 3:45 or 10:30:15: note 1 # At|3:45|or|10:30:15|note|1",
                "2 + 2 & more # 2|+|2|&|more",
                "1,250 for €99! # 1,250|for|€99",
                "Hi 👩‍👩‍👧‍👦 there👍🏽 # Hi|👩‍👩‍👧‍👦|there|👍🏽",
                "東京タワーは高い。 # 東京タワー|は|高い",
                "สวัสดีครับ # สวัสดี|ครับ",
                "안녕하세요 세계 # 안녕하세요|세계",
                "Привет, мир! # Привет|мир",
                "مرحبا بالعالم # مرحبا|بالعالم",
                "« Être » # Être",
                "... # ...",
            })
    void findsWordsInEveryScript(String text, String expected) {
        assertThat(words(text.strip())).containsExactly(expected.strip().split("\\|"));
    }

    @Test
    void findsNoWordInBlankText() {
        assertThat(words(" \n\t\u200b ")).isEmpty();
        assertThat(words("")).isEmpty();
    }

    @Test
    void tellsWhereASpeakerPauses() {
        List<Word> words = SourceText.of("Yes, we can. Go now\nStop", "en").words();

        assertThat(words)
                .extracting(Word::after)
                .containsExactly(
                        Boundary.CLAUSE,
                        Boundary.NONE,
                        Boundary.SENTENCE,
                        Boundary.NONE,
                        Boundary.SENTENCE,
                        Boundary.SENTENCE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "One boat. Two boats! Three? # en # One boat.|Two boats!|Three?",
                "Dr. Lee met J. R. Smith at 5 p.m. sharp. He left. # en # Dr. Lee met J. R. Smith at 5 p.m. sharp.|He left.",
                "\"Stop!\" she said. \"Now.\" # en # \"Stop!\" she said.|\"Now.\"",
                "Am 3. Oktober kam z.B. Anna. Sie blieb. # de # Am 3. Oktober kam z.B. Anna.|Sie blieb.",
                "It was 3. Then 4. # en # It was 3.|Then 4.",
                "東京は高い。行こう！ # ja # 東京は高い。|行こう！",
                "क्या हाल है? सब ठीक। हाँ। # hi # क्या हाल है?|सब ठीक।|हाँ।",
                "สวัสดีครับ ยินดีต้อนรับ # th # สวัสดีครับ ยินดีต้อนรับ",
                "— Hello. … # en # — Hello.",
            })
    void findsSentences(String source, String language, String expected) {
        SourceText text = SourceText.of(source.strip(), language.strip());

        assertThat(text.sentences())
                .extracting(s -> text.slice(s.from(), s.to()))
                .containsExactly(expected.strip().split("\\|"));
    }

    @Test
    void linesAndListNumbersAreNoAbbreviations() {
        SourceText text = SourceText.of("Title etc.\n1. First\n2. Second", "en");

        assertThat(text.sentences())
                .extracting(s -> text.slice(s.from(), s.to()))
                .containsExactly("Title etc.", "1. First", "2. Second");
    }

    @ParameterizedTest
    @MethodSource("randomTexts")
    void everyWordLiesInOneSentence(String source) {
        SourceText text = SourceText.of(source, null);

        int word = 0;
        int end = 0;
        for (Sentence sentence : text.sentences()) {
            assertThat(sentence.from()).isGreaterThanOrEqualTo(end);
            end = sentence.to();
            int first = word;
            while (word < text.words().size() && text.words().get(word).from() < end) {
                assertThat(text.words().get(word).from()).isGreaterThanOrEqualTo(sentence.from());
                assertThat(text.words().get(word).to()).isLessThanOrEqualTo(end);
                word++;
            }
            assertThat(word).isGreaterThan(first);
        }
        assertThat(word).isEqualTo(text.words().size());
    }

    @ParameterizedTest
    @MethodSource("unmarked")
    void clustersAreUnicodesWhetherLookedForOrNot(String source) {
        var breaks = com.ibm.icu.text.BreakIterator.getCharacterInstance(java.util.Locale.ROOT);
        breaks.setText(source);

        SourceText text = SourceText.of(source, null);

        for (int i = 0; i < text.size(); i++) {
            assertThat(breaks.next()).isEqualTo(text.offset(i + 1));
        }
        assertThat(text.offset(text.size())).isEqualTo(source.length());
    }

    /// Every unit of the ranges that are taken to stand alone, and random neighbours.
    static Stream<String> unmarked() {
        String all = IntStream.concat(IntStream.range(1, 0x300), IntStream.range(0x3000, 0xa000))
                .filter(c -> c != '\r' && !(c >= 0x302a && c <= 0x302f) && c != 0x3099 && c != 0x309a)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Stream.iterate(1, seed -> seed + 1).limit(5).map(seed -> {
            int[] units = all.chars().toArray();
            java.util.Random random = new java.util.Random(seed);
            for (int i = units.length - 1; i > 0 && seed > 1; i--) {
                int other = random.nextInt(i + 1);
                int unit = units[i];
                units[i] = units[other];
                units[other] = unit;
            }
            return new String(units, 0, units.length);
        });
    }

    @ParameterizedTest
    @MethodSource("randomTexts")
    void clustersJoinToTheTextAndWordsAreInOrder(String source) {
        SourceText text = SourceText.of(source, null);

        String joined = String.join(
                "", IntStream.range(0, text.size()).mapToObj(text::cluster).toList());
        assertThat(joined).isEqualTo(source);
        int end = 0;
        for (Word word : text.words()) {
            assertThat(word.from()).isGreaterThanOrEqualTo(end).isLessThan(word.to());
            end = word.to();
        }
        assertThat(end).isPositive().isLessThanOrEqualTo(text.size());
    }

    static Stream<String> randomTexts() {
        return RandomTexts.of(50);
    }

    private static List<String> words(String source) {
        SourceText text = SourceText.of(source, null);
        return text.words().stream().map(w -> text.slice(w.from(), w.to())).toList();
    }
}
