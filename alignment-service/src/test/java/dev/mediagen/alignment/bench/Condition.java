package dev.mediagen.alignment.bench;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.media.Pcm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// Something that happens to a recording on its way to the aligner.
enum Condition {
    AS_IS(1),
    NOISE_20_DB(1),
    NOISE_10_DB(1),
    REVERB_300_MS(1),
    REVERB_500_MS(1),
    REVERB_800_MS(1),
    MP3_LOW(1),
    OPUS_LOW(1),
    SPEED_080(0.8),
    SPEED_125(1.25);

    /// How much faster it is afterwards.
    final double speed;

    Condition(double speed) {
        this.speed = speed;
    }

    Pcm apply(Pcm clean) throws IOException {
        return switch (this) {
            case AS_IS -> clean;
            case NOISE_20_DB -> noisy(clean, 20);
            case NOISE_10_DB -> noisy(clean, 10);
            case REVERB_300_MS -> reverberant(clean, 0.3);
            case REVERB_500_MS -> reverberant(clean, 0.5);
            case REVERB_800_MS -> reverberant(clean, 0.8);
            case MP3_LOW -> coded(clean, AudioFormat.MP3);
            case OPUS_LOW -> coded(clean, AudioFormat.OPUS);
            case SPEED_080, SPEED_125 -> faster(clean, speed);
        };
    }

    /// Pink noise, so many dB under the mean power of the recording.
    private static Pcm noisy(Pcm clean, double decibel) {
        float[] samples = clean.samples();
        float[] noise = new float[samples.length];
        Random random = new Random(7);
        double[] state = new double[3];
        for (int i = 0; i < noise.length; i++) {
            double white = random.nextGaussian();
            state[0] = 0.99765 * state[0] + white * 0.0990460;
            state[1] = 0.96300 * state[1] + white * 0.2965164;
            state[2] = 0.57000 * state[2] + white * 1.0526913;
            noise[i] = (float) (state[0] + state[1] + state[2] + white * 0.1848);
        }
        double gain = Math.sqrt(power(samples) / power(noise) * Math.pow(10, -decibel / 10));
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (samples[i] + gain * noise[i]);
        }
        return new Pcm(noise, clean.sampleRate());
    }

    private static double power(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += sample * sample;
        }
        return sum / samples.length;
    }

    /// The direct sound and, from 5 ms on, sparse echoes with as much power, which fall 60 dB in the given time.
    private static Pcm reverberant(Pcm clean, double seconds) {
        int rate = clean.sampleRate();
        Random random = new Random(11);
        int echoes = 600;
        int[] delay = new int[echoes];
        double[] gain = new double[echoes];
        double sum = 0;
        for (int e = 0; e < echoes; e++) {
            double at = 0.005 + (seconds - 0.005) * (e + random.nextDouble()) / echoes;
            delay[e] = (int) (at * rate);
            gain[e] = Math.pow(10, -3 * at / seconds) * random.nextGaussian();
            sum += gain[e] * gain[e];
        }
        float[] samples = clean.samples();
        float[] wet = samples.clone();
        for (int e = 0; e < echoes; e++) {
            float scaled = (float) (gain[e] / Math.sqrt(sum));
            for (int i = delay[e]; i < wet.length; i++) {
                wet[i] += scaled * samples[i - delay[e]];
            }
        }
        return new Pcm(wet, rate);
    }

    private static Pcm coded(Pcm clean, AudioFormat format) throws IOException {
        Path file = Files.createTempFile("bench", ".audio");
        try {
            AudioCodec.encode(clean, format, AudioQuality.LOW, file);
            return AudioCodec.decode(file, clean.sampleRate());
        } finally {
            Files.delete(file);
        }
    }

    /// As a tape that runs faster: the voice changes with it.
    private static Pcm faster(Pcm clean, double speed) {
        float[] samples = clean.samples();
        float[] result = new float[(int) (samples.length / speed) - 1];
        for (int i = 0; i < result.length; i++) {
            double at = i * speed;
            int before = (int) at;
            double share = at - before;
            result[i] = (float) ((1 - share) * samples[before] + share * samples[before + 1]);
        }
        return new Pcm(result, clean.sampleRate());
    }
}
