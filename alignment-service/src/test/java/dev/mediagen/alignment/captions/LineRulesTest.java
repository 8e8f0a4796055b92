package dev.mediagen.alignment.captions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.contracts.Alignment;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where lines and cues may end.
class LineRulesTest {
    private static final List<String> FILLERS = List.of("quickly", "seen", "boats", "of", "and", "morning", "hill");

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void namesAndArticlesStayTogether(int seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("once");
        for (int i = 0; i < 60; i++) {
            String kept = List.of("Ada Lovelace", "Vincent van Gogh", "Dr. Smith", "J. S. Bach", "the lamp", "an owl")
                    .get(random.nextInt(6));
            int fill = 2 + random.nextInt(4);
            for (int j = 0; j < fill; j++) {
                text.append(' ').append(FILLERS.get(random.nextInt(FILLERS.size())));
            }
            text.append(' ').append(kept);
        }

        assertThat(lines(SampleAlignments.lively(text.toString(), random), "en"))
                .allSatisfy(line -> assertThat(line).doesNotMatch(".*(^| )(Ada|Vincent|van|Dr\\.|J\\.|S\\.|the|an)$"));
    }

    @ParameterizedTest
    @CsvSource({
        "en, the keeper of the tower waited and then he climbed the stairs, and",
        "de, der alte Wärter wartete sehr lange und dann stieg er langsam hinauf, und",
        "fr, le vieux gardien attendait longtemps et monta enfin les escaliers, et"
    })
    void linesBreakBeforeConjunctions(String language, String text, String conjunction) {
        assertThat(lines(SampleAlignments.steady(text, 0.06), language))
                .anySatisfy(line -> assertThat(line).startsWith(conjunction + " "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "東京タワーは高いです。とても有名な場所なので毎年たくさんの人が訪れます。",
                "这座老灯塔的看守人听到了暴风雨，他爬上狭窄的楼梯，点亮了灯。",
                "ผู้ดูแลประภาคารเก่าได้ยินเสียงพายุ เขาปีนบันไดแคบและจุดตะเกียง",
                "등대지기는 폭풍 소리를 듣고 좁은 계단을 올라가 등불을 켰다.",
                "سمع حارس المنارة العجوز صوت العاصفة، فصعد الدرج الضيق وأضاء المصباح."
            })
    void everyScriptFitsTheColumnsAndIsCutBetweenWords(String text) {
        Alignment alignment = SampleAlignments.lively(text.repeat(6), new Random(5));
        CaptionTrack track = DefaultCaptions.track(alignment, null);

        List<String> lines = track.cues().stream()
                .flatMap(cue -> cue.lines().stream().map(Cue.Line::text))
                .toList();
        assertThat(lines).allSatisfy(line -> assertThat(columns(line)).isLessThanOrEqualTo(42));
        assertThat(lines.size()).isGreaterThan(3);
        assertThat(String.join("", lines).replace(" ", ""))
                .isEqualTo(alignment.text().replace(" ", ""));
        List<Integer> words =
                track.cues().stream().flatMap(Cue::pieces).map(Cue.Piece::word).toList();
        assertThat(words).doesNotHaveDuplicates().hasSameSizeAs(alignment.words());
    }

    @ParameterizedTest
    @CsvSource({"20, 1", "32, 3", "60, 2"})
    void linesKeepTheConfiguredSize(int length, int count) {
        Captions captions = DefaultCaptions.with(Map.of(
                "media.captions.line-length", Integer.toString(length),
                "media.captions.lines", Integer.toString(count)));

        List<Cue> cues = captions.cues(
                SampleAlignments.steady("the keeper waited for an hour and climbed the stairs. ".repeat(20), 0.06),
                "en");

        assertThat(cues).allSatisfy(cue -> {
            assertThat(cue.lines()).hasSizeLessThanOrEqualTo(count);
            assertThat(cue.lines())
                    .allSatisfy(line -> assertThat(line.text().length()).isLessThanOrEqualTo(length));
        });
        assertThat(cues).anySatisfy(cue -> assertThat(cue.lines()).hasSize(count));
    }

    private static List<String> lines(Alignment alignment, String language) {
        return DefaultCaptions.track(alignment, language).cues().stream()
                .flatMap(cue -> cue.lines().stream().map(Cue.Line::text))
                .toList();
    }

    /// Han, kana and hangul fill a square.
    private static int columns(String line) {
        SourceText text = SourceText.of(line, null);
        return IntStream.range(0, text.size())
                .map(i -> text.cluster(i).matches("[\\u1100-\\u115f\\u2e80-\\ua4cf\\uac00-\\ud7a3\\uff01-\\uff60].*")
                        ? 2
                        : 1)
                .sum();
    }
}
