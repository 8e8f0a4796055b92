package dev.mediagen.alignment.captions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.alignment.captions.formats.CaptionFormat;
import dev.mediagen.alignment.captions.readalong.ReadAlong;
import dev.mediagen.alignment.captions.readalong.Smil;
import dev.mediagen.contracts.Alignment;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When cues come and go, and what it costs to find out.
class CueTimesTest {
    private static final String SENTENCE = "The keeper of the old tower waited for an hour and then he climbed. ";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aCueComesWithItsFirstWordAndLeavesAHoleBeforeTheNext(long seed) {
        Alignment alignment = SampleAlignments.lively(SENTENCE.repeat(30), new Random(seed));

        List<Cue> cues = DefaultCaptions.track(alignment, "en").cues();

        for (int i = 0; i + 1 < cues.size(); i++) {
            Cue cue = cues.get(i);
            assertThat(cue.start())
                    .isEqualTo(cue.pieces().findFirst().orElseThrow().start());
            assertThat(cues.get(i + 1).start() - cue.end()).isGreaterThanOrEqualTo(83);
            assertThat(cue.end() - cue.start()).isBetween(833L, 7000L);
        }
    }

    @Test
    void aCueLingersAfterItsLastWordWhereThereIsTime() {
        Alignment alignment = SampleAlignments.steady(SENTENCE.repeat(2), 0.08, 3);

        Cue cue = DefaultCaptions.track(alignment, "en").cues().getFirst();

        assertThat(cue.end()).isEqualTo(cue.pieces().toList().getLast().end() + 500);
    }

    @Test
    void mostCuesCanBeReadInTime() {
        Alignment alignment = SampleAlignments.steady(SENTENCE.repeat(50), 0.062, 0.4);

        List<Cue> cues = DefaultCaptions.track(alignment, "en").cues();

        long fast = cues.stream()
                .filter(cue -> 1000.0 * width(cue) / (cue.end() - cue.start()) > 17)
                .count();
        assertThat(fast).isLessThanOrEqualTo(cues.size() / 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"word and more. ", "東京タワーは高いです。", "สวัสดีครับ ", "x", "مرحبا بالعالم. "})
    void anHourOfTextTakesAboutASecondInEveryFormat(String piece) {
        Alignment hour = SampleAlignments.steady(piece.repeat(54_000 / piece.length()), 0.066);
        writeAll(SampleAlignments.steady(piece.repeat(200), 0.066));
        long began = System.nanoTime();

        writeAll(hour);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
    }

    private static void writeAll(Alignment alignment) {
        CaptionTrack track = DefaultCaptions.track(alignment, null);
        for (CaptionFormat format : CaptionFormat.values()) {
            assertThat(format.write(track)).isNotEmpty();
        }
        assertThat(Smil.write(ReadAlong.of(track), "narration.mp3")).isNotEmpty();
    }

    private static int width(Cue cue) {
        return cue.lines().stream().mapToInt(line -> line.text().length()).sum();
    }
}
