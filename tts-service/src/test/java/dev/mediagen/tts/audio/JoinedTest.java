package dev.mediagen.tts.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.media.Pcm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JoinedTest {
    @TempDir
    Path workDir;

    @Test
    void leavesNoClickAndNoJumpBetweenVoicesOfDifferentLevelAndOffset() throws Exception {
        var pieces = List.of(
                piece(2.0, 0.10, 0.05, 0.6, 1),
                piece(1.1, 0.03, -0.04, 0.02, 2),
                piece(3.3, 0.08, 0, 1.06, 3),
                piece(0.9, 0.05, 0.1, 0, 4),
                piece(2.5, 0.06, -0.02, 0.3, 5));
        var joined = join(pieces, 0.3, AudioFormat.WAV);
        var pcm = AudioCodec.decode(joined.file(), Measured.RATE);

        for (int index = 1; index < pieces.size(); index++) {
            var seam = new Seam(
                    pcm, joined.places().get(index - 1), joined.places().get(index));
            assertThat(seam.click()).as("click at seam %d", index).isLessThanOrEqualTo(2);
            assertThat(seam.pause()).as("pause at seam %d", index).isLessThanOrEqualTo(-60);
            assertThat(seam.jump()).as("jump at seam %d", index).isLessThanOrEqualTo(1.5);
        }
        for (float sample : pcm.samples()) assertThat(Math.abs(sample)).isLessThan(0.98f);
    }

    @Test
    void wouldClickAndJumpIfThePiecesWereOnlyStrungTogether() throws Exception {
        var first = Voice.speaking(1, 0.1, 0.05, 0, 1);
        var second = Voice.speaking(1, 0.03, -0.04, 0, 2);
        var all = new float[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        var seam = new Seam(new Pcm(all, Measured.RATE), new Placed(0, 0, 1), new Placed(0, 1, 1));

        assertThat(seam.click()).isGreaterThan(2);
        assertThat(seam.jump()).isGreaterThan(1.5);
    }

    @Test
    void hasExactlyThePausesAskedFor() throws Exception {
        var joined = join(List.of(piece(1, 0.1, 0, 0.5, 1), piece(1, 0.1, 0, 0.5, 2)), 0.3, AudioFormat.WAV);
        var samples = AudioCodec.decode(joined.file(), Measured.RATE).samples();
        var first = joined.places().getFirst();
        var second = joined.places().getLast();

        assertThat(second.start() - first.end()).isEqualTo(0.3, within(1e-9));
        int from = (int) Math.round(first.end() * Measured.RATE);
        for (int index = from; index < from + 0.3 * Measured.RATE; index++)
            assertThat(samples[index]).isZero();
    }

    @Test
    void trimsSilenceToFortyMilliseconds() throws Exception {
        var joined = join(List.of(piece(1, 0.1, 0, 0.5, 1), piece(1, 0.1, 0, 0, 2)), 0.2, AudioFormat.WAV);

        assertThat(joined.places().getFirst().trimmed()).isEqualTo(0.46, within(0.011));
        assertThat(joined.places().getFirst().length()).isEqualTo(1.08, within(0.03));
        assertThat(joined.places().getLast().trimmed()).isZero();
    }

    @ParameterizedTest
    @EnumSource(AudioFormat.class)
    void isAsLongAsItSays(AudioFormat format) throws Exception {
        var joined = join(List.of(piece(1.3, 0.1, 0, 0.5, 1), piece(2.7, 0.05, 0, 0.1, 2)), 0.18, format);

        assertThat(AudioCodec.duration(joined.file())).isEqualTo(joined.duration(), within(0.002));
        assertThat(joined.duration()).isEqualTo(joined.places().getLast().end(), within(1e-9));
    }

    @Test
    void makesNothingLouderThanFullScale() throws Exception {
        var soft = piece(1, 0.05, 0, 0, 1);
        var samples = Voice.speaking(1, 0.05, 0, 0, 2);
        samples[24_000] = 0.95f;
        var spiky = measured(samples);
        var gains = Gains.of(List.of(soft, spiky, piece(1, 0.09, 0, 0, 3)));

        assertThat(spiky.peak() * gains[1]).isLessThanOrEqualTo(0.97);
    }

    private Joined join(List<Measured> pieces, double pause, AudioFormat format) throws Exception {
        var target = workDir.resolve("joined." + format.extension());
        var pauses = new ArrayList<>(Collections.nCopies(pieces.size() - 1, pause));
        return Joined.of(pieces, pauses, format, AudioQuality.HIGH, target);
    }

    private Measured piece(double seconds, double level, double offset, double silence, long seed) throws Exception {
        return measured(Voice.speaking(seconds, level, offset, silence, seed));
    }

    private Measured measured(float[] samples) throws Exception {
        var file = Files.createTempFile(workDir, "piece", ".wav");
        AudioCodec.encode(new Pcm(samples, Measured.RATE), AudioFormat.WAV, AudioQuality.HIGH, file);
        return Measured.of(file);
    }
}
