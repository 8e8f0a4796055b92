package dev.mediagen.alignment.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mediagen.alignment.Sound;
import dev.mediagen.alignment.activity.Interval;
import dev.mediagen.alignment.activity.SampleAudio;
import dev.mediagen.alignment.activity.SpeechActivity;
import dev.mediagen.alignment.text.RandomTexts;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.alignment.text.Word;
import dev.mediagen.alignment.timings.TimedClusters;
import dev.mediagen.alignment.timings.TimingInvariants;
import dev.mediagen.contracts.AlignmentMethod;
import dev.mediagen.worker.media.Pcm;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EstimatingAlignerTest {
    @ParameterizedTest
    @MethodSource("randomTexts")
    void everyTextGetsTimesWithinTheAudio(String source) {
        SourceText text = SourceText.of(source, null);
        Pcm audio = SampleAudio.speaking(5, new Interval(0.4, 1.1), new Interval(1.5, 2), new Interval(2.9, 4.2));

        TimedClusters timed = align(text, audio);

        TimingInvariants.assertHold(timed, text, audio.duration());
        assertThat(timed.method()).isEqualTo(AlignmentMethod.ESTIMATED);
        assertThat(Arrays.stream(timed.confidence()).max().orElseThrow()).isBetween(0.1, 0.6);
    }

    static Stream<String> randomTexts() {
        return RandomTexts.of(50);
    }

    @Test
    void putsSentencesBetweenThePauses() {
        SourceText text = SourceText.of("This is the first sentence. Here, the second one comes along. Third.", "en");
        Pcm audio = SampleAudio.speaking(6, new Interval(0.3, 1.9), new Interval(2.5, 4.4), new Interval(5, 5.4));

        TimedClusters timed = align(text, audio);

        assertThat(startOf(text, timed, "This")).isCloseTo(0.3, within(0.05));
        assertThat(startOf(text, timed, "Here")).isCloseTo(2.5, within(0.05));
        assertThat(startOf(text, timed, "Third")).isCloseTo(5, within(0.05));
    }

    @Test
    void prefersALongPauseForTheEndOfASentence() {
        SourceText text = SourceText.of("We came home late, and it was dark. Nobody had left the lights on.", "en");
        Pcm audio = SampleAudio.speaking(5.2, new Interval(0, 1.1), new Interval(1.3, 2.2), new Interval(3, 4.8));

        TimedClusters timed = align(text, audio);

        assertThat(startOf(text, timed, "and")).isCloseTo(1.3, within(0.05));
        assertThat(startOf(text, timed, "Nobody")).isCloseTo(3, within(0.05));
    }

    @Test
    void keepsWordsOutOfPauses() {
        SourceText text = SourceText.of("one two three four five six seven eight nine ten", "en");
        Pcm audio = SampleAudio.speaking(6, new Interval(0, 2), new Interval(4, 6));

        TimedClusters timed = align(text, audio);

        for (Word word : text.words()) {
            double start = timed.starts()[word.from()];
            double end = timed.ends()[word.to() - 1];
            assertThat(end <= 2.05 || start >= 3.95).as("%f..%f", start, end).isTrue();
        }
    }

    @Test
    void silentAudioIsSpreadOverWithLittleTrust() {
        SourceText text = SourceText.of("Nobody says this.", "en");

        TimedClusters timed = align(text, SampleAudio.silence(3));

        TimingInvariants.assertHold(timed, text, 3);
        assertThat(timed.confidence()).containsOnly(0.1);
        assertThat(timed.warnings()).singleElement().asString().contains("No speech");
        assertThat(timed.ends()[text.size() - 1]).isCloseTo(3, within(1e-6));
    }

    @Test
    void aTextThatCannotFitIsDoubted() {
        SourceText text = SourceText.of("far too much text for so little sound ".repeat(10), "en");

        TimedClusters timed = align(text, SampleAudio.speakingThroughout(1));

        assertThat(timed.warnings()).singleElement().asString().contains("too long");
        assertThat(Arrays.stream(timed.confidence()).max().orElseThrow()).isLessThan(0.3);
    }

    @Test
    void longTextsStayFast() {
        SourceText text = SourceText.of("Some words of a sentence, and then more of it. ".repeat(420), "en");
        Interval[] speech = new Interval[600];
        for (int i = 0; i < speech.length; i++) {
            speech[i] = new Interval(i * 2.2, i * 2.2 + 1.8);
        }
        Pcm audio = SampleAudio.speaking(1320, speech);
        long began = System.nanoTime();

        TimedClusters timed = align(text, audio);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        TimingInvariants.assertHold(timed, text, audio.duration());
    }

    private static TimedClusters align(SourceText text, Pcm audio) {
        return new EstimatingAligner()
                .align(text, Sound.of(audio), SpeechActivity.of(audio), null, null)
                .orElseThrow();
    }

    private static double startOf(SourceText text, TimedClusters timed, String word) {
        return timed.starts()[text.clusterAt(text.text().indexOf(word))];
    }
}
