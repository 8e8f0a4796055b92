package dev.mediagen.alignment.forced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mediagen.worker.media.Pcm;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpectrumTest {
    @Test
    void measuresThePowerOfATone() {
        float[] frame = new float[Fft.SIZE];
        for (int i = 0; i < frame.length; i++) {
            frame[i] = (float) Math.sin(2 * Math.PI * 40 * i / frame.length);
        }
        float[] power = new float[Fft.SIZE / 2 + 1];

        new Fft().power(frame, power);

        assertThat(power[40]).isCloseTo(256f * 256f, within(10f));
        assertThat(power[41]).isCloseTo(0f, within(1f));
    }

    @Test
    void doesNotDependOnTheSizeOfTheBlocks() {
        Random random = new Random(1);
        float[] samples = new float[16_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) random.nextGaussian();
        }
        Spectrum whole = new Spectrum();
        whole.accept(samples);
        whole.finish();
        Spectrum pieces = new Spectrum();
        for (int at = 0; at < samples.length; ) {
            int length = Math.min(samples.length - at, 1 + random.nextInt(700));
            pieces.accept(Arrays.copyOfRange(samples, at, at + length));
            at += length;
        }
        pieces.finish();

        assertThat(pieces.count()).isEqualTo(whole.count()).isEqualTo(201);
        for (int t = 0; t < 200; t++) {
            assertThat(row(pieces, t)).isEqualTo(row(whole, t));
        }
    }

    private static float[] row(Spectrum spectrum, int frame) {
        float[] row = new float[MelFilters.COUNT];
        spectrum.read(frame, row);
        return row;
    }

    @Test
    void resamplesWithoutDelay() {
        float[] pulse = new float[22_050];
        pulse[11_025] = 1;

        float[] resampled = Resampling.to16k(new Pcm(pulse, 22_050));

        int loudest = 0;
        for (int i = 0; i < resampled.length; i++) {
            loudest = resampled[i] > resampled[loudest] ? i : loudest;
        }
        assertThat(resampled).hasSize(16_000);
        assertThat(loudest).isEqualTo(8_000);
    }
}
