package dev.mediagen.tts.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.contracts.CharacterTimings;
import dev.mediagen.worker.english.EnglishReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharacterClockTest {
    private static final List<String> PIECES = List.of(
            "hello",
            " ",
            "  ",
            "\n",
            "\n\n",
            "\r\n",
            "$5.20",
            "12",
            "😀",
            "👩‍👩‍👧",
            "🇩🇪",
            "e\u0301",
            "\u0301",
            "café",
            "“Hi”",
            "...",
            "?!",
            "Dr.",
            "5️⃣",
            "мир",
            "日本",
            "ß",
            "FBI",
            "a.b@c.de",
            "x".repeat(300),
            "\t",
            "—",
            "\u00a0",
            "1/2");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In 1984, Dr. Who paid $5.20 (50%)!",
                "👩‍👩‍👧 family e\u0301te\u0301 5️⃣ keycap",
                "line one\r\nline two\n\n\tline three",
                "“Quoted” ‘text’ — don’t…",
                "x"
            })
    void givesEveryCharacterItsTime(String text) {
        check(text, timings(text));
    }

    @Test
    void keepsItsPromisesForAnyMixture() {
        var random = new Random(7);
        for (int round = 0; round < 500; round++) {
            var text = new StringBuilder();
            for (int piece = random.nextInt(1, 15); piece > 0; piece--)
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            check(text.toString(), timings(text.toString()));
        }
    }

    @Test
    void sharesAWordsTimeOverItsLettersAndTheGapOverTheRest() {
        var hello = new SpokenToken(1, 3, new double[] {1.0, 1.2, 1.6});
        var timings = CharacterClock.timings("(ab) ", List.of(hello), 2.0);

        assertThat(timings.characters()).containsExactly("(", "a", "b", ")", " ");
        assertThat(timings.starts()).containsExactly(0.0, 1.0, 1.2, 1.6, 1.8);
        assertThat(timings.ends()).containsExactly(1.0, 1.2, 1.6, 1.8, 2.0);
    }

    private static CharacterTimings timings(String text) {
        var tokens = new ArrayList<SpokenToken>();
        double time = 0.05;
        for (var sentence : EnglishReader.read(text).sentences()) {
            for (var token : sentence.tokens()) {
                tokens.add(new SpokenToken(token.start(), token.end(), new double[] {time, time + 0.1, time + 0.15}));
                time += 0.17;
            }
        }
        return CharacterClock.timings(text, tokens, time + 0.3);
    }

    static void check(String text, CharacterTimings timings) {
        assertThat(String.join("", timings.characters())).isEqualTo(text);
        assertThat(timings.starts()).hasSameSizeAs(timings.characters()).isSorted();
        assertThat(timings.ends()).hasSameSizeAs(timings.characters()).isSorted();
        for (int index = 0; index < timings.starts().size(); index++)
            assertThat(timings.starts().get(index))
                    .isBetween(0.0, timings.ends().get(index));
    }
}
