package dev.mediagen.alignment.captions.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.alignment.captions.CaptionTrack;
import dev.mediagen.alignment.captions.Cue;
import dev.mediagen.alignment.captions.DefaultCaptions;
import dev.mediagen.alignment.captions.SampleAlignments;
import dev.mediagen.alignment.text.RandomTexts;
import dev.mediagen.contracts.Alignment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// W3C's own WebVTT parser and the IMSC authors' parser find no fault, and the times we meant.
class OthersReadCaptionsTest {
    private static final List<Alignment> ALIGNMENTS = Stream.concat(
                    Stream.of(SampleAlignments.HOSTILE), RandomTexts.of(40))
            .map(text -> SampleAlignments.lively(text, new Random(text.length())))
            .toList();

    @TempDir
    Path folder;

    @Test
    void webVtt() throws Exception {
        JsonNode found = read(CaptionFormat.VTT);

        for (int i = 0; i < ALIGNMENTS.size(); i++) {
            CaptionTrack track = DefaultCaptions.track(ALIGNMENTS.get(i), "en");
            JsonNode file = found.path(i + ".vtt");
            assertThat(file.path("errors")).isEmpty();
            assertSameCues(file.path("cues"), track.cues());
            assertThat(millis(file, "words")).isEqualTo(stamps(track.cues()));
        }
    }

    @Test
    void ttml() throws Exception {
        JsonNode found = read(CaptionFormat.TTML);

        for (int i = 0; i < ALIGNMENTS.size(); i++) {
            CaptionTrack track = DefaultCaptions.track(ALIGNMENTS.get(i), "en");
            JsonNode file = found.path(i + ".ttml");
            assertThat(file.path("errors")).isEmpty();
            assertSameCues(file.path("cues"), track.cues());
            assertThat(millis(file, "words"))
                    .isEqualTo(track.cues().stream()
                            .flatMap(Cue::pieces)
                            .filter(piece -> piece.timed() && piece.end() > piece.start())
                            .map(Cue.Piece::start)
                            .toList());
        }
    }

    private JsonNode read(CaptionFormat format) throws Exception {
        for (int i = 0; i < ALIGNMENTS.size(); i++) {
            String content = DefaultCaptions.text(ALIGNMENTS.get(i), "en", format);
            Files.writeString(folder.resolve(i + "." + format.extension()), content);
        }
        return NpmParsers.read(folder);
    }

    private static void assertSameCues(JsonNode found, List<Cue> cues) {
        assertThat(found).hasSameSizeAs(cues);
        for (int i = 0; i < cues.size(); i++) {
            Cue cue = cues.get(i);
            assertThat(millis(found.get(i).path("start"))).isEqualTo(cue.start());
            assertThat(millis(found.get(i).path("end"))).isEqualTo(cue.end());
            assertThat(found.get(i).path("text").asText())
                    .isEqualTo(String.join(
                            "\n", cue.lines().stream().map(Cue.Line::text).toList()));
        }
    }

    /// The standard has no place for a time that is not inside its cue and after the one before.
    private static List<Long> stamps(List<Cue> cues) {
        List<Long> stamps = new ArrayList<>();
        for (Cue cue : cues) {
            long latest = cue.start();
            for (Cue.Piece piece : cue.pieces().skip(1).filter(Cue.Piece::timed).toList()) {
                if (piece.start() > latest && piece.start() < cue.end()) {
                    stamps.add(piece.start());
                    latest = piece.start();
                }
            }
        }
        return stamps;
    }

    private static List<Long> millis(JsonNode file, String field) {
        return StreamSupport.stream(file.path("cues").spliterator(), false)
                .flatMap(cue -> StreamSupport.stream(cue.path(field).spliterator(), false))
                .map(OthersReadCaptionsTest::millis)
                .toList();
    }

    private static long millis(JsonNode seconds) {
        return Math.round(1000 * seconds.asDouble(Double.NaN));
    }
}
