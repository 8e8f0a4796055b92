package dev.mediagen.worker.english;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishReaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            0                       | zero
            7                       | seven
            42 cats                 | forty two cats
            1,234,567               | one million two hundred thirty four thousand five hundred sixty seven
            3.14                    | three point one four
            .5                      | zero point five
            -5 degrees              | minus five degrees
            007                     | zero zero seven
            1st, 2nd, 3rd, 20th     | first , second , third , twentieth
            21st century            | twenty first century
            in 1984                 | in nineteen eighty four
            2005 and 2024           | two thousand five and twenty twenty four
            1905                    | nineteen oh five
            in 1776                 | in seventeen seventy six
            the 1990s               | the nineteen nineties
            $5.20                   | five dollars and twenty cents
            $1                      | one dollar
            $0.99                   | ninety nine cents
            €3 million              | three million euros
            £2.5bn                  | two point five billion pounds
            $1,250                  | one thousand two hundred fifty dollars
            5 €                     | five euros
            50%                     | fifty percent
            3.5 %                   | three point five percent
            10-20 people            | ten to twenty people
            3/4 cup                 | three quarters cup
            1/2                     | one half
            2024-03-05              | March fifth twenty twenty four
            12/25/1999              | December twenty fifth nineteen ninety nine
            March 5, 2024           | March fifth , twenty twenty four
            5 March 2024            | fifth March twenty twenty four
            3:45 pm                 | three forty five p m
            9am                     | nine ay m
            at 3:00                 | at three o'clock
            at 7:05                 | at seven oh five
            Dr. Smith on Elm St.    | doctor Smith on Elm street
            St. Paul                | saint Paul
            Mr. and Mrs. Jones      | mister and missus Jones
            e.g. this, i.e. that    | for example this , that is that
            cats, dogs, etc.        | cats , dogs , et cetera
            No. 5                   | number five
            5 km                    | five kilometers
            1 kg                    | one kilogram
            100km/h                 | one hundred kilometers per hour
            20°C                    | twenty degrees celsius
            6 ft                    | six feet
            NASA and the FBI        | NASA and the f b i
            the U.S. Army           | the u s Army
            HTML                    | h t m l
            COVID-19                | COVID nineteen
            CEOs                    | c e o's
            R&D                     | R and D
            2+2=4                   | two plus two equals four
            me@example.com          | me at example dot com
            https://example.com/a1  | example dot com slash ay one
            @home #winning #1       | at home hashtag winning number one
            café naïve Łódź         | cafe naive lodz
            well-known don’t        | well known don't
            version 1.2.3           | version one point two point three
            call 555-1234           | call five five five one two three four
            hello 😀 world           | hello world
            Dr Who. e.g. Mr Bean     | doctor Who / for example mister Bean
            Is it? "Yes." He left   | Is it / Yes / He left
            Title                   | Title
            wait... what, (no) way  | wait , what , no , way
            she didn’t — he did     | she didn't , he did
            a 6 ft, 3.5kg thing     | a six feet , three point five kilograms thing
            x86 and 4K at 60fps     | x eighty six and four K at sixty f p s
            1,000,000th             | one millionth
            9:30 a.m. Monday        | nine thirty ay m Monday
            """)
    void reads(String text, String said) {
        assertThat(said(text)).isEqualTo(said);
    }

    @Test
    void endsSentencesAtTheirMarksOnly() {
        var sentences = EnglishReader.read("Dr. Who paid $3.50. Really? Yes! At 5 p.m. The end")
                .sentences();

        assertThat(sentences)
                .extracting(sentence -> sentence.tokens().getLast().pause())
                .containsExactly(".", "?", "!", ".", ".");
    }

    @Test
    void breaksSentencesThatHaveNoEnd() {
        var sentences = EnglishReader.read("word ".repeat(1000)).sentences();

        assertThat(sentences).hasSize(25).allMatch(sentence -> sentence.tokens().size() == 40);
    }

    @Test
    void namesWhatItCannotSay() {
        var reading = EnglishReader.read("Hi 😀 мир 👩‍👩‍👧 😀!");

        assertThat(reading.skipped()).containsExactly("😀", "м", "и", "р", "👩‍👩‍👧");
        assertThat(reading.sentences()).hasSize(1);
    }

    @Test
    void hasNothingToSayForSignsAlone() {
        assertThat(EnglishReader.read(" 😀 … !\n").sentences()).isEmpty();
    }

    @Test
    void survivesLongRunsOfEverything() {
        for (var piece : List.of("a", "A", "1", "1,", "a.", "A.", "1.1", "a'", "-", "$", "@", "a-", "(", "\n", ".")) {
            var text = piece.repeat(20_000);
            EnglishReader.read(text).sentences().forEach(sentence -> assertThat(sentence.tokens())
                    .allMatch(token ->
                            token.start() < token.end() && !token.words().isEmpty()));
        }
    }

    /// Commas are pauses, a slash is between sentences.
    private static String said(String text) {
        return EnglishReader.read(text).sentences().stream()
                .map(sentence -> sentence.tokens().stream()
                        .map(token ->
                                String.join(" ", token.words()) + (token.pause().equals(",") ? " ," : ""))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" / "));
    }
}
