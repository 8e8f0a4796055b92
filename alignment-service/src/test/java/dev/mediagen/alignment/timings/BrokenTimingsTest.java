package dev.mediagen.alignment.timings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.alignment.activity.Interval;
import dev.mediagen.alignment.activity.SampleAudio;
import dev.mediagen.alignment.activity.SpeechActivity;
import dev.mediagen.alignment.text.RandomTexts;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.contracts.AlignedWord;
import dev.mediagen.contracts.Alignment;
import dev.mediagen.contracts.CharacterTimings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random texts in many scripts, split anywhere and broken at random. The seed stands in the name of each test.
@Timeout(60)
class BrokenTimingsTest {
    private static final double[] NONSENSE = {
        Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1, 1e12, Double.MIN_VALUE, -0.0
    };

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void timesRunForwardAndCoverTheTextWhateverWasGiven(long seed) {
        Random random = new Random(seed);
        SourceText text = SourceText.of(text(random), null);
        SpeechActivity activity = activity(text.text(), random);
        CharacterTimings given = broken(text.text(), random);

        Optional<TimedClusters> timed = ProviderTimings.check(text, given, activity);

        timed.ifPresent(found -> TimingInvariants.assertHold(found, text, activity.duration()));
        SpokenForm.of(text, given, activity, null).ifPresent(form -> {
            TimingInvariants.assertHold(form.timed(), form.text(), activity.duration());
            form.onto(text, activity).ifPresent(found -> TimingInvariants.assertHold(found, text, activity.duration()));
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void wordsAsGivenGiveTheSameWords(long seed) {
        Random random = new Random(seed);
        SourceText text = SourceText.of(text(random), null);
        SpeechActivity activity = SampleAudio.activity(duration(text.text()), new Interval(0, duration(text.text())));
        Alignment first = aligned(text, GivenTimings.of(text.text()).timings(), activity);

        CharacterTimings words = new CharacterTimings(
                first.words().stream().map(AlignedWord::text).toList(),
                first.words().stream().map(AlignedWord::start).toList(),
                first.words().stream().map(AlignedWord::end).toList());
        Alignment second = aligned(text, words, activity);

        assertThat(second.words()).isEqualTo(first.words());
        assertThat(second.sentences()).isEqualTo(first.sentences());
    }

    private static Alignment aligned(SourceText text, CharacterTimings given, SpeechActivity activity) {
        TimedClusters timed = ProviderTimings.check(text, given, activity).orElseThrow();
        return AlignmentBuilder.build(text, timed, activity, Optional.empty(), List.of());
    }

    private static String text(Random random) {
        return RandomTexts.of(40).skip(random.nextInt(40)).findFirst().orElseThrow();
    }

    private static double duration(String text) {
        return text.length() * GivenTimings.UNIT;
    }

    private static SpeechActivity activity(String text, Random random) {
        List<Interval> speech = new ArrayList<>();
        for (double at = random.nextDouble(); at < duration(text); at += 0.3 + random.nextDouble() * 2) {
            speech.add(new Interval(at, at + random.nextDouble()));
        }
        return SampleAudio.activity(duration(text) + random.nextDouble(), speech.toArray(Interval[]::new));
    }

    private static CharacterTimings broken(String text, Random random) {
        GivenTimings given = GivenTimings.of(RandomTexts.split(text, random));
        for (int times = random.nextInt(6); times > 0; times--) {
            breakOnce(given, random);
        }
        return given.timings();
    }

    private static void breakOnce(GivenTimings given, Random random) {
        List<Double> list = random.nextBoolean() ? given.starts : given.ends;
        int size = Math.min(list.size(), given.characters.size());
        int from = random.nextInt(size + 1);
        int to = from + random.nextInt(size - from + 1);
        switch (random.nextInt(8)) {
            case 0 -> Collections.shuffle(list.subList(from, to), random);
            case 1 -> Collections.fill(list.subList(from, to), NONSENSE[random.nextInt(NONSENSE.length)]);
            case 2 -> Collections.fill(list.subList(from, to), null);
            case 3 -> Collections.fill(list.subList(from, to), from < size ? list.get(from) : null);
            case 4 -> list.subList(from, to).clear();
            case 5 -> Collections.fill(given.characters.subList(from, to), random.nextBoolean() ? "" : "x\ud83d");
            case 6 ->
                Stream.of(given.characters, given.starts, given.ends)
                        .forEach(each -> each.subList(Math.min(from, each.size()), Math.min(to, each.size()))
                                .clear());
            default -> list.subList(from, to).replaceAll(time -> time == null ? null : time * 3 - 2);
        }
    }
}
