package dev.mediagen.alignment.timings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mediagen.alignment.activity.Interval;
import dev.mediagen.alignment.activity.SampleAudio;
import dev.mediagen.alignment.activity.SpeechActivity;
import dev.mediagen.alignment.text.RandomTexts;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.contracts.CharacterTimings;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProviderTimingsTest {
    private static final String TEXT = "The quick brown fox jumps over the lazy dog, and nobody minds it at all.";

    @ParameterizedTest
    @MethodSource("randomTexts")
    void anySplitGivesTheTimesOfTheClusters(String source) {
        SourceText text = SourceText.of(source, null);
        List<String> parts = RandomTexts.split(source, new Random(source.length()));
        SpeechActivity activity = throughout(source);

        TimedClusters timed = check(text, GivenTimings.of(parts).timings(), activity);

        TimingInvariants.assertHold(timed, text, activity.duration());
        assertThat(timed.warnings()).allSatisfy(w -> assertThat(w).contains("speech without text"));
        assertThat(timed.starts()[0]).isZero();
        for (int i = 0; i < text.size(); i++) {
            assertThat(timed.starts()[i])
                    .isCloseTo(GivenTimings.UNIT * text.offset(i), within(GivenTimings.UNIT + 1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("randomTexts")
    void clustersOfAnAnswerComeBackUnchanged(String source) {
        SourceText text = SourceText.of(source, null);
        List<String> clusters = java.util.stream.IntStream.range(0, text.size())
                .mapToObj(text::cluster)
                .toList();
        CharacterTimings given = GivenTimings.of(clusters).timings();

        TimedClusters timed = check(text, given, throughout(source));

        assertThat(Arrays.stream(timed.starts()).boxed().toList()).isEqualTo(given.starts());
        for (int i = 0; i < text.size(); i++) {
            assertThat(timed.ends()[i]).isCloseTo(given.ends().get(i), within(1e-9));
        }
    }

    static Stream<String> randomTexts() {
        return RandomTexts.of(60);
    }

    @Test
    void cleanTimingsAreTrusted() {
        TimedClusters timed =
                check(SourceText.of(TEXT, "en"), GivenTimings.of(TEXT).timings(), throughout(TEXT));

        assertThat(timed.warnings()).isEmpty();
        assertThat(timed.confidence()).containsOnly(0.99);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breakages")
    void brokenTimingsAreRepairedAndSaidToBe(String name, Consumer<GivenTimings> breakage, String warning) {
        SourceText text = SourceText.of(TEXT, "en");
        SpeechActivity activity = throughout(TEXT);

        TimedClusters timed = check(text, GivenTimings.of(TEXT).broken(breakage).timings(), activity);

        TimingInvariants.assertHold(timed, text, activity.duration());
        assertThat(timed.warnings()).anySatisfy(w -> assertThat(w).contains(warning));
        assertThat(Arrays.stream(timed.confidence()).average().orElseThrow())
                .isGreaterThan(0.3)
                .isLessThan(0.989);
        assertThat(timed.starts()[40]).isCloseTo(40 * GivenTimings.UNIT, within(0.4));
    }

    static Stream<Arguments> breakages() {
        return Stream.of(
                broken("collapsed tail", g -> setFrom(g, 55, 55 * GivenTimings.UNIT), "nearly one instant"),
                broken("short collapsed tail", g -> setFrom(g, 66, 66 * GivenTimings.UNIT), "nearly one instant"),
                broken("not a number", g -> g.starts.set(7, Double.NaN), "only one of their two"),
                broken("neither number", g -> setOne(g, 8, Double.NaN), "no usable time"),
                broken("null", g -> setOne(g, 7, null), "no usable time"),
                broken("negative", g -> setOne(g, 20, -3.0), "no usable time"),
                broken("out of order", g -> setOne(g, 10, 4.0), "out of order"),
                broken("overlap", g -> g.ends.set(30, g.ends.get(30) + 0.5), "overlapped"),
                broken("reversed", g -> g.ends.set(30, g.starts.get(30) - 1), "ended before"),
                broken("one list short", g -> g.ends.subList(60, g.ends.size()).clear(), "differ in length"),
                broken("no ends", g -> g.ends.clear(), "differ in length"),
                broken("after the audio", g -> setFrom(g, 65, 99.0), "beyond the end"),
                broken("truncated", g -> truncate(g, 60), "differ from the text"),
                broken("rewritten", g -> rewrite(g, 10, "BLACK"), "differ from the text"));
    }

    private static Arguments broken(String name, Consumer<GivenTimings> breakage, String warning) {
        return Arguments.of(name, breakage, warning);
    }

    private static void setFrom(GivenTimings given, int from, double time) {
        for (int i = from; i < given.starts.size(); i++) {
            setOne(given, i, time);
        }
    }

    private static void setOne(GivenTimings given, int index, Double time) {
        given.starts.set(index, time);
        given.ends.set(index, time);
    }

    private static void truncate(GivenTimings given, int size) {
        Stream.of(given.characters, given.starts, given.ends)
                .forEach(list -> list.subList(size, list.size()).clear());
    }

    private static void rewrite(GivenTimings given, int from, String text) {
        for (int i = 0; i < text.length(); i++) {
            given.characters.set(from + i, text.substring(i, i + 1));
        }
    }

    @Test
    void caseAndSpaceMakeNoDifference() {
        SourceText text = SourceText.of(TEXT, "en");
        CharacterTimings shouted = GivenTimings.of(TEXT)
                .broken(g -> g.characters.replaceAll(c -> c.isBlank() ? "" : c.toUpperCase()))
                .timings();

        TimedClusters timed = check(text, shouted, throughout(TEXT));

        assertThat(timed.warnings()).isEmpty();
        assertThat(timed.confidence()[4]).isEqualTo(0.99);
    }

    @Test
    void collapsedTailGetsTheSpeechThatIsLeft() {
        SourceText text = SourceText.of(TEXT, "en");
        CharacterTimings given = GivenTimings.of(TEXT)
                .broken(g -> setFrom(g, 55, 55 * GivenTimings.UNIT))
                .timings();

        TimedClusters timed = check(text, given, throughout(TEXT));

        assertThat(timed.ends()[70]).isCloseTo(72 * GivenTimings.UNIT, within(0.3));
    }

    @Test
    void wordsInLongSilenceAreDoubted() {
        double duration = TEXT.length() * GivenTimings.UNIT;
        SpeechActivity activity = SampleAudio.activity(duration, new Interval(0, 1), new Interval(3, duration));

        TimedClusters timed =
                check(SourceText.of(TEXT, "en"), GivenTimings.of(TEXT).timings(), activity);

        assertThat(timed.warnings()).anySatisfy(w -> assertThat(w).contains("where nobody speaks"));
        assertThat(timed.confidence()[2]).isEqualTo(0.99);
        assertThat(timed.confidence()[28]).isLessThan(0.6);
    }

    @Test
    void speechWithoutTextIsNoticed() {
        CharacterTimings given = GivenTimings.of("Hello").timings();

        TimedClusters timed = check(SourceText.of("Hello", "en"), given, SampleAudio.activity(6, new Interval(0, 6)));

        assertThat(timed.warnings()).anySatisfy(w -> assertThat(w).contains("speech without text"));
    }

    @Test
    void timingsOfNoUseAreRefused() {
        SourceText text = SourceText.of(TEXT, "en");
        SpeechActivity activity = throughout(TEXT);

        assertThat(ProviderTimings.check(text, new CharacterTimings(null, null, null), activity))
                .isEmpty();
        assertThat(ProviderTimings.check(
                        text,
                        GivenTimings.of(TEXT).broken(g -> setFrom(g, 0, 0)).timings(),
                        activity))
                .isEmpty();
        assertThat(ProviderTimings.check(text, GivenTimings.of("12345 67890").timings(), activity))
                .isEmpty();
    }

    private static SpeechActivity throughout(String text) {
        double duration = text.length() * GivenTimings.UNIT;
        return SampleAudio.activity(duration, new Interval(0, duration));
    }

    private static TimedClusters check(SourceText text, CharacterTimings given, SpeechActivity activity) {
        return ProviderTimings.check(text, given, activity).orElseThrow();
    }
}
