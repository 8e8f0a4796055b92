package dev.mediagen.alignment.captions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.alignment.captions.VttParser.ParsedCue;
import dev.mediagen.alignment.captions.formats.CaptionFormat;
import dev.mediagen.alignment.text.RandomTexts;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.contracts.Alignment;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionsTest {
    private static final String STORY =
            "When the old lighthouse keeper heard the storm, he climbed the narrow stairs and lit "
                    + "the lamp. Nobody had asked him to do it, but the fishermen of the village were still at sea! “Hold on,” he "
                    + "said. The waves rose higher than the house, and the light went out; he lit it again with a match that he had "
                    + "kept for twenty years. In the morning, seventeen boats came home.";

    @ParameterizedTest
    @MethodSource("randomTexts")
    void everyTextMakesValidCaptionsWithTheSameTimesInBothFormats(String text) {
        for (double pace : new double[] {0.07, 0.013, 0}) {
            Alignment alignment = SampleAlignments.steady(text, pace);

            List<ParsedCue> vtt = vtt(alignment);

            assertReadable(vtt);
            List<ParsedCue> srt = VttParser.srt(text(alignment, CaptionFormat.SRT));
            assertThat(srt)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("stamps")
                    .isEqualTo(vtt);
            assertThat(shown(vtt)).isEqualTo(visible(text));
        }
    }

    static Stream<String> randomTexts() {
        return RandomTexts.of(60);
    }

    private static void assertReadable(List<ParsedCue> cues) {
        long free = 0;
        for (ParsedCue cue : cues) {
            assertThat(cue.start()).isGreaterThanOrEqualTo(free);
            assertThat(cue.lines()).hasSizeBetween(1, 2);
            assertThat(cue.lines()).allSatisfy(line -> assertThat(width(line)).isLessThanOrEqualTo(42));
            free = cue.end();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.07, 0.1})
    void speechAtAnOrdinaryPaceStaysWithinTheTimesOfACue(double pace) {
        List<ParsedCue> cues = vtt(SampleAlignments.steady(STORY, pace, 0.6));

        assertReadable(cues);
        assertThat(cues).allSatisfy(cue -> assertThat(cue.end() - cue.start()).isBetween(833L, 7000L));
    }

    @Test
    void cuesEndWhereTheSenseAllowsIt() {
        List<ParsedCue> cues = vtt(SampleAlignments.steady(STORY, 0.07, 0.6));

        assertThat(cues.stream().map(c -> c.lines().getLast()))
                .allSatisfy(line ->
                        assertThat(line).doesNotEndWithIgnoringCase(" the").doesNotEndWithIgnoringCase(" of"));
        assertThat(cues).anySatisfy(cue -> assertThat(cue.lines().getLast()).endsWith("lamp."));
        assertThat(cues).anySatisfy(cue -> assertThat(cue.lines().getLast()).endsWith("sea!"));
    }

    @Test
    void everyWordButTheFirstOfACueHasItsTime() {
        List<ParsedCue> cues =
                vtt(SampleAlignments.steady("Nine small words are spoken here one after another.", 0.07));

        assertThat(cues.stream().mapToInt(c -> c.stamps().size() + 1).sum()).isEqualTo(9);
        assertThat(text(SampleAlignments.steady("Hello (new) world.", 0.1), CaptionFormat.VTT))
                .contains("Hello <00:00:00.700>(new) <00:00:01.200>world.");
    }

    @Test
    void markupInTheTextIsEscaped() {
        assertThat(text(SampleAlignments.steady("a <b>&</b> --> c", 0.1), CaptionFormat.VTT))
                .contains("&lt;")
                .contains("&amp;")
                .contains("--&gt;");
    }

    @Test
    void oneWordIsOneCueThatStaysWithinTheAudio() {
        assertThat(vtt(SampleAlignments.steady("Hi", 0.1))).singleElement().satisfies(cue -> {
            assertThat(cue.lines()).containsExactly("Hi");
            assertThat(cue.end()).isEqualTo(200);
            assertThat(cue.stamps()).isEmpty();
        });
    }

    @Test
    void aWordLongerThanALineIsCut() {
        List<ParsedCue> cues = vtt(SampleAlignments.steady("See " + "verylongaddress".repeat(10) + " there", 0.07));

        assertReadable(cues);
        assertThat(shown(cues)).contains("verylongaddress".repeat(10));
    }

    @Test
    void aShortCueStaysIntoTheSilence() {
        List<ParsedCue> cues = vtt(SampleAlignments.steady("Go. " + STORY, 0.06, 1.5));

        assertThat(cues.getFirst().lines()).containsExactly("Go.");
        assertThat(cues.getFirst().end()).isEqualTo(833);
    }

    private static List<ParsedCue> vtt(Alignment alignment) {
        return VttParser.vtt(text(alignment, CaptionFormat.VTT));
    }

    private static String text(Alignment alignment, CaptionFormat format) {
        return DefaultCaptions.text(alignment, "en", format);
    }

    private static String shown(List<ParsedCue> cues) {
        return visible(
                String.join("", cues.stream().flatMap(c -> c.lines().stream()).toList()));
    }

    private static String visible(String text) {
        return text.replaceAll("[\\s\\u00a0]+", "");
    }

    private static int width(String line) {
        return SourceText.of(line, null).size();
    }
}
