package dev.mediagen.alignment.forced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.alignment.AudioAligner;
import dev.mediagen.alignment.activity.SpeechActivity;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.alignment.text.Word;
import dev.mediagen.alignment.timings.TimedClusters;
import dev.mediagen.contracts.AlignmentMethod;
import dev.mediagen.worker.media.Pcm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForcedAlignerTest {
    private static final String TEXT =
            "The quick brown fox jumps over the lazy dog. Pack my box with five dozen jugs of"
                    + " liquid. How vexingly quick do the zebras jump!";
    private static final String OTHER =
            "Nobody ever came back home alone. A bad cab backed a deaf cafe, and faced decade ahead. Bees feed bad geese.";

    private final AudioAligner aligner = ForcedAligners.of(new LetterVoice(1, 0.2, 1));
    private final List<String> warnings = new ArrayList<>();
    private final List<Integer> progress = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(doubles = {0.7, 1, 1.4})
    void findsWordsOfAFasterOrSlowerSpeaker(double tempo) throws Exception {
        SourceText text = SourceText.of(TEXT, "en");
        LetterVoice.Reading spoken = new LetterVoice(tempo, 0.7, 2).read(text);

        TimedClusters timed = align(text, spoken.audio()).orElseThrow();

        assertThat(timed.method()).isEqualTo(AlignmentMethod.FORCED);
        for (int w = 0; w < text.words().size(); w++) {
            assertThat(timed.starts()[text.words().get(w).from()])
                    .isBetween(spoken.starts()[w] - 0.06, spoken.starts()[w] + 0.06);
        }
        assertThat(Arrays.stream(timed.confidence()).average().orElseThrow()).isGreaterThan(0.8);
        assertThat(warnings).isEmpty();
        assertThat(progress).isSorted().isNotEmpty();
    }

    @Test
    void doubtsAWrongText() throws Exception {
        Pcm audio = new LetterVoice(1, 0.5, 3).read(SourceText.of(OTHER, "en")).audio();
        SourceText text = SourceText.of(TEXT, "en");

        TimedClusters timed = align(text, audio).orElseThrow();

        requireOrder(timed, audio.duration());
        assertThat(Arrays.stream(timed.confidence()).max().orElseThrow()).isLessThan(0.5);
        assertThat(timed.warnings()).anyMatch(warning -> warning.contains("does not sound like the text"));
    }

    @Test
    void timesWordsThatCannotBeReadByTheirNeighbours() throws Exception {
        SourceText text = SourceText.of("Boats \uD83D\uDE00 came 東京 home 42 today.", "en");
        Pcm audio = new LetterVoice(1, 0.5, 4).read(text).audio();

        TimedClusters timed = align(text, audio).orElseThrow();

        requireOrder(timed, audio.duration());
        Word emoji = text.words().get(1);
        Word came = text.words().get(2);
        assertThat(timed.confidence()[emoji.from()]).isLessThan(timed.confidence()[came.from()]);
    }

    @Test
    void findsASingleWord() throws Exception {
        SourceText text = SourceText.of("Quality", "en");
        LetterVoice.Reading spoken = new LetterVoice(0.9, 0.5, 5).read(text);

        TimedClusters timed = align(text, spoken.audio()).orElseThrow();

        assertThat(timed.starts()[0]).isBetween(spoken.starts()[0] - 0.05, spoken.starts()[0] + 0.05);
        assertThat(timed.ends()[6]).isBetween(spoken.ends()[0] - 0.05, spoken.ends()[0] + 0.05);
    }

    @Test
    void leavesSilenceToTheEstimate() throws Exception {
        assertThat(align(SourceText.of(TEXT, "en"), new Pcm(new float[48_000], 16_000)))
                .isEmpty();
    }

    @Test
    void leavesTextTooLongForTheAudioToTheEstimate() throws Exception {
        Pcm audio = new LetterVoice(1, 0, 6).read(SourceText.of("Hi", "en")).audio();

        assertThat(align(SourceText.of(TEXT.repeat(5), "en"), audio)).isEmpty();
        assertThat(warnings).anyMatch(warning -> warning.contains("too short"));
    }

    @Test
    void saysThatNobodyReadsTheLanguage() throws Exception {
        SourceText text = SourceText.of("Hyvää huomenta", "fi");
        Pcm audio = new LetterVoice(1, 0, 7).read(text).audio();

        Optional<TimedClusters> timed = aligner.align(text, audio, SpeechActivity.of(audio), "fi", listener());

        assertThat(timed).isEmpty();
        assertThat(warnings).containsExactly("No voice here reads the language fi; the timings are estimated.");
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void keepsTimesInOrderWhateverTheTextAndTheAudioAre(long seed) throws Exception {
        Random random = new Random(seed);
        StringBuilder letters = new StringBuilder("a");
        for (int i = 0; i < 40 + random.nextInt(80); i++) {
            letters.append("abcdefghijklmnopqrstuvwxyz    .,!7€é".charAt(random.nextInt(36)));
        }
        SourceText text = SourceText.of(letters.toString(), "en");
        float[] noise = new LetterVoice(1, 0.4, seed)
                .read(SourceText.of(OTHER, "en"))
                .audio()
                .samples();

        Optional<TimedClusters> timed = align(text, new Pcm(noise, 16_000));

        timed.ifPresent(found -> requireOrder(found, noise.length / 16_000.0));
        assertThat(timed).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 25, 60})
    @Timeout(20)
    void endsSoonAfterAnInterrupt(int from) throws Exception {
        SourceText text = SourceText.of((TEXT + " ").repeat(6), "en");
        Pcm audio = new LetterVoice(1, 0.5, 8).read(text).audio();
        long[] interrupted = {0};
        Thread thread = Thread.currentThread();
        AudioAligner.Listener impatient = new AudioAligner.Listener() {
            @Override
            public void progress(int percent) {
                if (percent >= from && interrupted[0] == 0) {
                    interrupted[0] = System.nanoTime();
                    thread.interrupt();
                }
            }

            @Override
            public void warning(String warning) {
                warnings.add(warning);
            }
        };

        assertThatThrownBy(() -> aligner.align(text, audio, SpeechActivity.of(audio), "en", impatient))
                .isInstanceOf(InterruptedException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - interrupted[0])).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void keepsLittleOfALongRecordingInMemory() throws Exception {
        Spectrum minute = new Spectrum();
        minute.accept(new float[60 * 16_000]);
        minute.finish();
        boolean[] speech = new boolean[minute.count()];
        Arrays.fill(speech, true);

        long spectrum = ObjectSizes.of(minute);
        long frames = ObjectSizes.of(Frames.of(minute, speech));

        // An hour: the spectrum and the frames of recording and reference at most.
        assertThat(60 * (2 * spectrum + 2 * frames)).isLessThan(125_000_000L);
    }

    private Optional<TimedClusters> align(SourceText text, Pcm audio) throws InterruptedException {
        return aligner.align(text, audio, SpeechActivity.of(audio), "en", listener());
    }

    private AudioAligner.Listener listener() {
        return new AudioAligner.Listener() {
            @Override
            public void progress(int percent) {
                progress.add(percent);
            }

            @Override
            public void warning(String warning) {
                warnings.add(warning);
            }
        };
    }

    private static void requireOrder(TimedClusters timed, double duration) {
        double before = 0;
        for (int i = 0; i < timed.starts().length; i++) {
            assertThat(timed.starts()[i]).isBetween(before - 1e-9, duration);
            assertThat(timed.ends()[i]).isBetween(timed.starts()[i] - 1e-9, duration + 1e-9);
            assertThat(timed.confidence()[i]).isBetween(0.0, 1.0);
            if (i > 0) {
                assertThat(timed.ends()[i - 1]).isLessThanOrEqualTo(timed.starts()[i] + 1e-9);
            }
            before = timed.starts()[i];
        }
    }
}
