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
