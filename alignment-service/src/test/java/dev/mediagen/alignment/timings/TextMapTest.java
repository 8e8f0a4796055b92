package dev.mediagen.alignment.timings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.alignment.text.RandomTexts;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.contracts.SpokenAlignment.Counterpart;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextMapTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "It is fine. # It is fine. # It is fine.=It is fine.",
                "Pay $5 now! # Pay five dollars now! # Pay =Pay |$5=five dollars| now!= now!",
                "Dr. Lee has 42% # Doctor Lee has forty-two percent # "
                        + "Dr. =Doctor | Lee has = Lee has |42%=forty-two percent",
                "1 one # one one # 1=one| one= one",
                "Straße # STRASSE # Straße=STRASSE",
                "e\u0301te\u0301 2 # été deux # e\u0301te\u0301 =été |2=deux",
                "東京タワーは高い # toukyou tawaa wa takai # 東京タワーは高い=toukyou tawaa wa takai",
                "Well - yes # Well yes # Well=Well| - = |yes=yes",
                "1 # one two # 1=one two",
                "Hi 👍🏽 you # Hi you # Hi =Hi |👍🏽 =|you=you",
            })
    void saysWhatStandsForWhat(String written, String said, String expected) {
        SourceText source = SourceText.of(written.strip(), "en");
        SourceText spoken = SourceText.of(said.strip(), "en");

        String map = String.join(
                "|",
                TextMap.of(source, spoken).stream()
                        .map(p -> source.slice(p.source().from(), p.source().to()) + "="
                                + spoken.slice(p.spoken().from(), p.spoken().to()))
                        .toList());

        assertThat(map.replace(" ", "")).isEqualTo(expected.replace(" ", ""));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void coversBothTextsInOrder(String written, String said) {
        SourceText source = SourceText.of(written, null);
        SourceText spoken = SourceText.of(said, null);

        List<Counterpart> map = TextMap.of(source, spoken);

        int written0 = 0;
        int said0 = 0;
        for (Counterpart pair : map) {
            assertThat(pair.source().from())
                    .isEqualTo(written0)
                    .isLessThanOrEqualTo(pair.source().to());
            assertThat(pair.spoken().from())
                    .isEqualTo(said0)
                    .isLessThanOrEqualTo(pair.spoken().to());
            written0 = pair.source().to();
            said0 = pair.spoken().to();
        }
        assertThat(written0).isEqualTo(source.size());
        assertThat(said0).isEqualTo(spoken.size());
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> pairs() {
        List<String> texts = RandomTexts.of(40).toList();
        Random random = new Random(3);
        return texts.stream()
                .map(text -> org.junit.jupiter.params.provider.Arguments.of(
                        text,
                        random.nextBoolean()
                                ? texts.get(random.nextInt(40))
                                : text.replace("3.14", "three point one four")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextIsItsOwnCounterpart(String text) {
        SourceText source = SourceText.of(text, null);

        assertThat(TextMap.of(source, source)).hasSize(1);
    }

    static Stream<String> texts() {
        return RandomTexts.of(20);
    }
}
