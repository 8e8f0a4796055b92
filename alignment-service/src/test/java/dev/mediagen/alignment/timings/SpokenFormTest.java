package dev.mediagen.alignment.timings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mediagen.alignment.activity.Interval;
import dev.mediagen.alignment.activity.SampleAudio;
import dev.mediagen.alignment.activity.SpeechActivity;
import dev.mediagen.alignment.text.RandomTexts;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.alignment.text.Word;
import dev.mediagen.contracts.CharacterTimings;
import dev.mediagen.contracts.SpokenAlignment.Range;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpokenFormTest {
    private static final String WRITTEN = "Dr. Lee paid $5 for it.";
    private static final String READ = "Doctor Lee paid five dollars for it.";
    private static final SourceText SOURCE = SourceText.of(WRITTEN, "en");

    @Test
    void saysWhatStandsForWhatAndWhen() {
        SpokenForm form = form(SOURCE, READ);

        assertThat(form.text().text()).isEqualTo(READ);
        assertThat(form.map()).anySatisfy(pair -> {
            assertThat(pair.source()).isEqualTo(new Range(13, 15));
            assertThat(pair.spoken()).isEqualTo(new Range(16, 28));
        });
        assertThat(form.timed().starts()[16]).isCloseTo(16 * GivenTimings.UNIT, within(1e-9));
    }

    @Test
    void timesTheTextAsItWasWritten() {
        TimedClusters timed = form(SOURCE, READ).onto(SOURCE, throughout(READ)).orElseThrow();

        TimingInvariants.assertHold(timed, SOURCE, throughout(READ).duration());
        assertThat(start(timed, "$5")).isCloseTo(READ.indexOf("five") * GivenTimings.UNIT, within(1e-9));
        assertThat(end(timed, "$5")).isCloseTo((READ.indexOf("dollars") + 7) * GivenTimings.UNIT, within(1e-9));
        assertThat(start(timed, "for")).isCloseTo(READ.indexOf("for") * GivenTimings.UNIT, within(1e-9));
        assertThat(end(timed, "it")).isCloseTo((READ.length() - 1) * GivenTimings.UNIT, within(1e-9));
        assertThat(timed.warnings()).anySatisfy(w -> assertThat(w).contains("as it was read"));
        double[] confidence = timed.confidence();
        assertThat(confidence[WRITTEN.indexOf("$5")]).isLessThan(confidence[WRITTEN.indexOf("paid")]);
        assertThat(confidence[WRITTEN.indexOf("paid")]).isBetween(0.95, 0.99);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextThatWasReadAsWrittenHasTheSameTimes(String source) {
        SourceText text = SourceText.of(source, null);
        SpokenForm form = form(text, source);

        TimedClusters timed = form.onto(text, throughout(source)).orElseThrow();

        assertThat(timed.starts()).containsExactly(form.timed().starts());
        assertThat(timed.ends()).containsExactly(form.timed().ends());
        assertThat(form.map()).hasSize(1);
    }

    static Stream<String> texts() {
        return RandomTexts.of(30);
    }

    @Test
    void anotherTextGivesTimesOfLittleWorth() {
        SourceText other = SourceText.of("Nothing of this was ever said by anybody at all.", "en");

        TimedClusters timed = form(other, READ).onto(other, throughout(READ)).orElseThrow();

        assertThat(Arrays.stream(timed.confidence()).average().orElseThrow()).isLessThan(0.5);
    }

    @Test
    void timesOfNoUseAreRefused() {
        CharacterTimings none = new CharacterTimings(List.of(), List.of(), List.of());
        CharacterTimings empty = new CharacterTimings(List.of(" "), List.of(0.0), List.of(1.0));
        CharacterTimings untimed = new CharacterTimings(List.of("Hi"), null, null);

        for (CharacterTimings given : List.of(none, empty, untimed)) {
            assertThat(SpokenForm.of(SOURCE, given, throughout(READ), "en")).isEmpty();
        }
    }

    private static SpokenForm form(SourceText source, String read) {
        return SpokenForm.of(source, GivenTimings.of(read).timings(), throughout(read), "en")
                .orElseThrow();
    }

    private static SpeechActivity throughout(String text) {
        double duration = text.length() * GivenTimings.UNIT;
        return SampleAudio.activity(duration, new Interval(0, duration));
    }

    private static double start(TimedClusters timed, String word) {
        return timed.starts()[word(word).from()];
    }

    private static double end(TimedClusters timed, String word) {
        return timed.ends()[word(word).to() - 1];
    }

    private static Word word(String text) {
        return SOURCE.words().stream()
                .filter(w -> SOURCE.slice(w.from(), w.to()).equals(text))
                .findFirst()
                .orElseThrow();
    }
}
