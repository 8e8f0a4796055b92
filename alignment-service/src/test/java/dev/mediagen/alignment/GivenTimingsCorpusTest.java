package dev.mediagen.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.DeserializationFeature;
import dev.mediagen.alignment.activity.Interval;
import dev.mediagen.alignment.activity.SampleAudio;
import dev.mediagen.alignment.activity.SpeechActivity;
import dev.mediagen.alignment.estimate.DefaultAudioAligner;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.contracts.AlignedWord;
import dev.mediagen.contracts.Alignment;
import dev.mediagen.contracts.AlignmentMethod;
import dev.mediagen.contracts.CharacterTimings;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.worker.media.Pcm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What providers may answer, whole and broken: below `given-timings` the bytes of each answer, in `cases.json` what
/// it was an answer to and what is expected of us. Where times are right, a UTF-16 unit takes 0.07 s.
class GivenTimingsCorpusTest {
    private static final double UNIT = 0.07;

    @TempDir
    Path directory;

    /// @param speech where somebody speaks, seconds
    /// @param expect untouched, merged, repaired, suspect, doubted, useless or unreadable
    /// @param warning part of one that must be given
    record Case(
            String name,
            String text,
            String language,
            double duration,
            List<double[]> speech,
            String expect,
            String warning) {
        SpeechActivity activity() {
            return SpeechActivity.of(audio());
        }

        Pcm audio() {
            Interval[] intervals =
                    speech.stream().map(s -> new Interval(s[0], s[1])).toArray(Interval[]::new);
            return SampleAudio.speaking(duration, intervals);
        }

        CharacterTimings given() throws IOException {
            return TimingsJson.read(resource(name));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Path resource(String name) {
        return Path.of("src/test/resources/given-timings", name + ".json");
    }

    private static Stream<Case> cases() throws IOException {
        return Stream.of(ContractJson.mapper()
                .readerFor(Case[].class)
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .<Case[]>readValue(resource("cases").toFile()));
    }

    private static Stream<Case> cases(String... expected) throws IOException {
        return cases().filter(c -> List.of(expected).contains(c.expect()));
    }

    static Stream<Case> readable() throws IOException {
        return cases().filter(c -> !c.expect().equals("unreadable"));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void whateverCameWhatIsKeptIsWhole(Case given) throws Exception {
        Alignment kept = aligned(given);

        CharacterTimings timings = kept.timings();
        assertThat(String.join("", timings.characters())).isEqualTo(given.text());
        assertThat(timings.starts()).hasSameSizeAs(timings.characters()).isSorted();
        assertThat(timings.ends()).hasSameSizeAs(timings.characters()).isSorted();
        assertThat(timings.starts().getFirst()).isNotNegative();
        assertThat(timings.ends().getLast()).isLessThanOrEqualTo(kept.duration());
        for (int i = 0; i < timings.starts().size(); i++) {
            assertThat(timings.ends().get(i))
                    .isGreaterThanOrEqualTo(timings.starts().get(i));
        }
        assertThat(kept.words()).isNotEmpty().allSatisfy(word -> {
            assertThat(timings.starts()).contains(word.start());
            assertThat(timings.ends()).contains(word.end());
            assertThat(word.confidence()).isBetween(0.0, 1.0);
        });
        assertThat(kept.sentences().getFirst().start())
                .isEqualTo(kept.words().getFirst().start());
        assertThat(kept.sentences().getLast().end())
                .isEqualTo(kept.words().getLast().end());
    }

    static Stream<Case> untouched() throws IOException {
        return cases("untouched");
    }

    @ParameterizedTest
    @MethodSource("untouched")
    void cleanTimingsStayAsTheyAre(Case given) throws Exception {
        Alignment kept = aligned(given);

        assertThat(kept.timings()).isEqualTo(given.given());
        assertTrusted(kept);
    }

    static Stream<Case> merged() throws IOException {
        return cases("merged");
    }

    @ParameterizedTest
    @MethodSource("merged")
    void anySplitBecomesClustersAtTheSameTimes(Case given) throws Exception {
        Alignment kept = aligned(given);

        assertTrusted(kept);
        assertThat(kept.timings().characters()).noneMatch(c -> Character.isSurrogate(c.charAt(0)) && c.length() == 1);
        assertWordsWithin(0.0011, kept);
    }

    static Stream<Case> repaired() throws IOException {
        return cases("repaired");
    }

    @ParameterizedTest
    @MethodSource("repaired")
    void brokenTimingsAreRepairedAndSaidToBe(Case given) throws Exception {
        Alignment kept = aligned(given);

        assertThat(kept.method()).isEqualTo(AlignmentMethod.PROVIDER);
        assertThat(kept.warnings()).anySatisfy(w -> assertThat(w).contains(given.warning()));
        assertThat(kept.confidence()).isBetween(0.3, 0.99);
        assertThat(kept.words()).noneMatch(AlignedWord::suspect);
        assertWordsWithin(0.6, kept);
    }

    static Stream<Case> suspect() throws IOException {
        return cases("suspect");
    }

    @ParameterizedTest
    @MethodSource("suspect")
    void whatCannotBeRepairedIsMarked(Case given) throws Exception {
        Alignment kept = aligned(given);

        assertThat(kept.warnings()).anySatisfy(w -> assertThat(w).contains(given.warning()));
        assertThat(kept.warnings()).anySatisfy(w -> assertThat(w).contains("suspect"));
        List<AlignedWord> marked =
                kept.words().stream().filter(AlignedWord::suspect).toList();
        assertThat(marked).isNotEmpty().allSatisfy(word -> assertThat(word.confidence())
                .isLessThan(0.75));
        assertThat(kept.confidence()).isLessThan(0.98);
    }

    static Stream<Case> distrusted() throws IOException {
        return cases("doubted", "useless");
    }

    @ParameterizedTest
    @MethodSource("distrusted")
    void whatIsDoubtfulIsNotPassedOffAsGood(Case given) throws Exception {
        Alignment kept = aligned(given);

        assertThat(kept.warnings()).anySatisfy(w -> assertThat(w).contains(given.warning()));
        assertThat(kept.confidence()).isLessThan(0.6);
    }

    static Stream<Case> useless() throws IOException {
        return cases("useless");
    }

    @ParameterizedTest
    @MethodSource("useless")
    void whatIsOfNoUseIsReplaced(Case given) throws Exception {
        assertThat(aligned(given).method()).isEqualTo(AlignmentMethod.ESTIMATED);
    }

    static Stream<Case> unreadable() throws IOException {
        return cases("unreadable");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatIsNoTimingsIsSaidToBeNone(Case given) {
        assertThatThrownBy(given::given).isInstanceOf(IOException.class).hasMessageMatching("(?s).+");
    }

    private static void assertTrusted(Alignment kept) {
        assertThat(kept.method()).isEqualTo(AlignmentMethod.PROVIDER);
        assertThat(kept.warnings()).isEmpty();
        assertThat(kept.words()).extracting(AlignedWord::confidence).containsOnly(0.99);
        assertThat(kept.words()).noneMatch(AlignedWord::suspect);
    }

    private static void assertWordsWithin(double seconds, Alignment kept) {
        int at = 0;
        for (AlignedWord word : kept.words()) {
            at = kept.text().indexOf(word.text(), at);
            assertThat(word.start()).as(word.text()).isCloseTo(at * UNIT, within(seconds));
            at += word.text().length();
            assertThat(word.end()).as(word.text()).isCloseTo(at * UNIT, within(seconds));
        }
    }

    private Alignment aligned(Case given) throws Exception {
        var narration = new Narration(
                SourceText.of(given.text(), given.language()),
                directory.resolve("none.wav"),
                Sound.of(given.audio()),
                given.activity(),
                given.language());
        var aligner = new Aligner(TestSearch.own(DefaultAudioAligner.create()));
        return aligner.align(
                        narration,
                        Optional.of(given.given()),
                        new ArrayList<>(),
                        new RecordingContext(directory),
                        _ -> {})
                .alignment();
    }
}
