package dev.mediagen.tts.chunks;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextChunksTest {
    private static final String[] ATOMS =
            ("word|Mr. |3.14| | | |. |! |? |, |; |\n|\n\n|—|…|東京|。|、|한국어 |ไทย|हिन्दी |مرحبا |"
                            + "؟ |שלום |é|e\u0301|😀|👨‍👩‍👧‍👦|🇩🇪|Ä|z.B. |J. R. R. Tolkien |(|) |«|» |\u00a0|\t|12|$5.20 |"
                            + "supercalifragilistic|𝒳|\r\n|'|\"")
                    .split("\\|");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 30, 125, 400})
    void keepsEveryCharacterAndTheLimit(int limit) {
        var random = new Random(limit);
        for (int round = 0; round < 400; round++) {
            var text = randomText(random, random.nextInt(1, 250));
            var chunks = TextChunks.split(text, limit, round % 2 == 0 ? "en" : null);

            assertThat(String.join("", chunks)).isEqualTo(text);
            for (var chunk : chunks) {
                assertThat(TextChunks.length(chunk)).as(chunk).isBetween(1, limit);
                assertThat(Character.isHighSurrogate(chunk.charAt(chunk.length() - 1)))
                        .isFalse();
            }
        }
    }

    @Test
    void cutsNeverInsideWhatAReaderCallsACharacter() {
        var random = new Random(5);
        for (int round = 0; round < 300; round++) {
            var text = randomText(random, 200);
            var characters = BreakIterator.getCharacterInstance();
            characters.setText(text);
            int at = 0;
            for (var chunk : TextChunks.split(text, 60, null)) {
                at += chunk.length();
                assertThat(characters.isBoundary(at)).as(chunk).isTrue();
            }
        }
    }

    @Test
    void hasNoChunkWithNothingToSayUnlessThatIsTooLong() {
        var random = new Random(6);
        for (int round = 0; round < 300; round++) {
            var text = "A" + randomText(random, 200);
            for (var chunk : TextChunks.split(text, 125, null))
                assertThat(TextChunks.isSpeakable(chunk))
                        .as("'%s' of '%s'", chunk, text)
                        .isTrue();
        }
        assertThat(TextChunks.split("word" + "!".repeat(300), 125, null)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mr. Smith paid 3.14 dollars to Dr. Jones at 5 p.m. on Jan. 3, e.g. for tea.",
                "J. R. R. Tolkien met Prof. C. S. Lewis in St. Albans, approx. 3.5 miles away.",
                "Er kam am 3. Oktober um ca. 5 Uhr, d.h. bzw. z.B. mit Dr. Müller und Ludwig XIV. nach Bonn.",
                "M. Dupont et Mme. Curie, p.ex. au XIV. siècle, paient 3.141,59 euros etc. sans rien dire.",
                "El Sr. Pérez y la Sra. García viven en la Avda. Norte núm. 5, p.ej. con EE.UU. y Uds. mismos.",
                "Il Sig. Rossi e la Dott. Bianchi, ecc. pagarono 3.500 euro al Prof. Verdi.",
                "O Sr. Silva e a Dra. Costa moram na Av. Brasil, p.ex. com 3.500 reais.",
                "В 2024 г. Москва и т.д. Петров заплатил 3.14 руб. Иванову на ул. Ленина, д. 5."
            })
    void takesAbbreviationsAndNumbersForNoEnd(String sentence) {
        assertThat(Sentences.of(sentence, null)).containsExactly(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It rained. Then it stopped! Did it? Yes.|4",
                "He said: “Go on.” She went. It was 5.3 km.|3",
                "今天天气很好。我们去公园吧！好吗？|3",
                "¿Qué hora es? Son las 3.15. Vale.|3",
                "Das ist gut. Sehr gut sogar… Oder?|2",
                "यह अच्छा है। वह भी।|2",
                "Он пришёл. Она ушла.|2"
            })
    void endsSentencesWhereTheyEnd(String text, int sentences) {
        assertThat(Sentences.of(text, null)).hasSizeBetween(sentences, sentences + 1);
    }

    @Test
    void readsOverALineThatIsOnlyWrapped() {
        assertThat(Sentences.of("The quick brown\nfox jumps.\n\nTitle\n\nnext", "en"))
                .containsExactly("The quick brown\nfox jumps.\n", "\n", "Title\n", "\n", "next");
    }

    @Test
    void fillsChunksWithWholeSentences() {
        assertThat(TextChunks.split("One two. Three four. Five six. Seven.", 22, "en"))
                .containsExactly("One two. Three four. ", "Five six. Seven.");
    }

    @Test
    void cutsALongSentenceAfterAClauseElseAWordElseAnywhere() {
        assertThat(TextChunks.split("While the rain fell softly, the cat and the dog slept", 35, "en"))
                .containsExactly("While the rain fell softly, ", "the cat and the dog slept");
        assertThat(TextChunks.split("the cat and the dog and the bird slept", 20, "en"))
                .containsExactly("the cat and the dog ", "and the bird slept");
        assertThat(TextChunks.split("abcdefghij", 4, "en")).isEqualTo(List.of("abcd", "efgh", "ij"));
        assertThat(TextChunks.split("我们今天去公园，明天去学校上课", 10, "zh")).containsExactly("我们今天去公园，", "明天去学校上课");
    }

    @Test
    void keepsTogetherWhatIsReadAsOneWhenItCutsALongSentence() {
        var text = "In the evening of that long day old Mr. Smith paid Dr. J. R. Jones 10 000 dollars for it all";
        for (int limit = 20; limit < 60; limit++)
            assertThat(TextChunks.split(text, limit, "en"))
                    .as("limit %d", limit)
                    .noneMatch(chunk -> chunk.endsWith(". ") || chunk.endsWith("10 "));
    }

    @Test
    void leavesAFittingTextAlone() {
        assertThat(TextChunks.split("😀".repeat(125), 125, null)).hasSize(1);
    }

    private static String randomText(Random random, int atoms) {
        var text = new StringBuilder();
        for (int index = 0; index < atoms; index++) text.append(ATOMS[random.nextInt(ATOMS.length)]);
        return text.toString();
    }
}
