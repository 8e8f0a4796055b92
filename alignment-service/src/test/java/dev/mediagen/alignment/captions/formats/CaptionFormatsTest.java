package dev.mediagen.alignment.captions.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.alignment.captions.DefaultCaptions;
import dev.mediagen.alignment.captions.SampleAlignments;
import dev.mediagen.alignment.captions.formats.ReadCue.ReadWord;
import dev.mediagen.alignment.text.RandomTexts;
import dev.mediagen.contracts.Alignment;
import dev.mediagen.contracts.AlignmentMethod;
import dev.mediagen.contracts.CharacterTimings;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every format is read back by a reader that shares nothing with its writer.
class CaptionFormatsTest {
    static Stream<Alignment> spoken() {
        return Stream.concat(RandomTexts.of(80), Stream.of(SampleAlignments.HOSTILE))
                .map(text -> SampleAlignments.lively(text, new Random(text.hashCode())));
    }

    @ParameterizedTest
    @MethodSource("spoken")
    void ttmlHasTheTimesOfTheJson(Alignment alignment) {
        List<ReadCue> expected = json(alignment);
        List<ReadCue> ttml = TtmlReader.read(text(alignment, CaptionFormat.TTML));

        assertSameCues(ttml, expected, 1);
        assertThat(ttml)
                .extracting(ReadCue::lines)
                .isEqualTo(expected.stream().map(ReadCue::lines).toList());
        for (int i = 0; i < ttml.size(); i++) {
            assertSameWords(begun(ttml.get(i)), expected.get(i).words(), 1, true);
        }
    }

    @ParameterizedTest
    @MethodSource("spoken")
    void assStaysWithinHalfOfItsResolution(Alignment alignment) {
        List<ReadCue> expected = json(alignment);
        List<ReadCue> ass = AssReader.read(text(alignment, CaptionFormat.ASS));

        assertSameCues(ass, expected, 5);
        assertThat(ass)
                .extracting(ReadCue::lines)
                .isEqualTo(expected.stream().map(ReadCue::lines).toList());
        for (int i = 0; i < ass.size(); i++) {
            assertSameWords(begun(ass.get(i)), expected.get(i).words(), 5, true);
        }
    }

    @ParameterizedTest
    @MethodSource("spoken")
    void lrcStaysWithinHalfOfItsResolution(Alignment alignment) {
        List<ReadCue> expected = json(alignment);
        List<ReadCue> lrc = LrcReader.read(text(alignment, CaptionFormat.LRC));

        assertSameCues(lrc, expected, 5);
        for (int i = 0; i < lrc.size(); i++) {
            assertThat(visible(lrc.get(i).text()))
                    .isEqualTo(visible(expected.get(i).text()));
            assertSameWords(begun(lrc.get(i)), expected.get(i).words(), 5, false);
        }
    }

    @ParameterizedTest
    @MethodSource("spoken")
    void jsonHasEveryWordOnce(Alignment alignment) {
        List<ReadWord> words =
                json(alignment).stream().flatMap(cue -> cue.words().stream()).toList();

        assertThat(words)
                .extracting(ReadWord::text)
                .isEqualTo(alignment.words().stream().map(w -> w.text()).toList());
        for (int i = 0; i < words.size(); i++) {
            assertThat(words.get(i).start())
                    .isEqualTo(Math.round(1000 * alignment.words().get(i).start()));
        }
    }

    @Test
    void jsonTellsSentencesWithTheirTimes() {
        Alignment alignment = SampleAlignments.steady("Dr. Ada Byron spoke. Nobody slept!\nWhy?", 0.1);

        var file = JsonReader.tree(text(alignment, CaptionFormat.JSON));

        assertThat(file.path("language").asText()).isEqualTo("en");
        assertThat(file.path("sentences").findValuesAsText("text"))
                .containsExactly("Dr. Ada Byron spoke.", "Nobody slept!", "Why?");
        assertThat(file.path("sentences").get(1).path("start").asDouble()).isEqualTo(2.1);
        assertThat(file.path("sentences").get(1).path("end").asDouble()).isEqualTo(3.3);
        assertThat(file.path("sentences").get(0).path("words").asInt()).isEqualTo(4);
    }

    @Test
    void roundingErrorsOfKaraokeDoNotAddUp() {
        Alignment alignment = SampleAlignments.steady("a b c d e f g h i j k l m n o p q r s t", 0.0149);

        List<ReadWord> words =
                AssReader.read(text(alignment, CaptionFormat.ASS)).getLast().words();

        assertThat(words.getLast().start() / 1000.0)
                .isCloseTo(alignment.words().getLast().start(), Offset.offset(0.0051));
    }

    @Test
    void nothingSpokenMakesEmptyFiles() {
        Alignment silent = new Alignment(
                "",
                new CharacterTimings(List.of(), List.of(), List.of()),
                List.of(),
                AlignmentMethod.ESTIMATED,
                0,
                1,
                List.of());

        assertThat(text(silent, CaptionFormat.VTT)).isEqualTo("WEBVTT\n");
        assertThat(text(silent, CaptionFormat.SRT)).isEmpty();
        assertThat(TtmlReader.read(text(silent, CaptionFormat.TTML))).isEmpty();
        assertThat(json(silent)).isEmpty();
    }

    private static void assertSameCues(List<ReadCue> cues, List<ReadCue> expected, long tolerance) {
        assertThat(cues).hasSameSizeAs(expected);
        for (int i = 0; i < cues.size(); i++) {
            assertThat(Math.abs(cues.get(i).start() - expected.get(i).start())).isLessThanOrEqualTo(tolerance);
            assertThat(Math.abs(cues.get(i).end() - expected.get(i).end())).isLessThanOrEqualTo(tolerance);
        }
    }

    /// A word that is cut over two lines has a stretch on each; only the first begins it.
    private static List<ReadWord> begun(ReadCue cue) {
        return IntStream.range(0, cue.words().size())
                .filter(i -> i == 0
                        || cue.words().get(i).start() != cue.words().get(i - 1).start())
                .mapToObj(cue.words()::get)
                .toList();
    }

    private static void assertSameWords(List<ReadWord> words, List<ReadWord> expected, long tolerance, boolean ends) {
        for (ReadWord word : expected) {
            assertThat(words).as(word.toString()).anySatisfy(read -> {
                assertThat(visible(read.text())).contains(visible(word.text()).substring(0, 1));
                assertThat(Math.abs(read.start() - word.start())).isLessThanOrEqualTo(tolerance);
                if (ends) {
                    assertThat(Math.abs(read.end() - word.end())).isLessThanOrEqualTo(tolerance);
                }
            });
        }
    }

    private static List<ReadCue> json(Alignment alignment) {
        return JsonReader.read(text(alignment, CaptionFormat.JSON));
    }

    private static String text(Alignment alignment, CaptionFormat format) {
        return DefaultCaptions.text(alignment, "en", format);
    }

    private static String visible(String text) {
        return text.replaceAll("[\\s\\u00a0\\u2060]+", "");
    }
}
