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
    WHITE_15_DB(1),
    BROWN_10_DB(1),
    HUM_10_DB(1),
    BABBLE_15_DB(1),
    ROOM_350_MS(1),
    ROOM_600_MS(1),
    ROOM_900_MS(1),
    TELEPHONE(1),
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
            case NOISE_20_DB -> noisy(clean, Noise.PINK, 20);
            case NOISE_10_DB -> noisy(clean, Noise.PINK, 10);
            case WHITE_15_DB -> noisy(clean, Noise.WHITE, 15);
            case BROWN_10_DB -> noisy(clean, Noise.BROWN, 10);
            case HUM_10_DB -> noisy(clean, Noise.HUM, 10);
            case BABBLE_15_DB -> noisy(clean, Noise.BABBLE, 15);
            case ROOM_350_MS -> inside(clean, new Room(0.35, 3));
            case ROOM_600_MS -> inside(clean, new Room(0.6, 0));
            case ROOM_900_MS -> inside(clean, new Room(0.9, 0));
            case TELEPHONE -> telephoned(clean);
            case REVERB_300_MS -> reverberant(clean, 0.3);
            case REVERB_500_MS -> reverberant(clean, 0.5);
            case REVERB_800_MS -> reverberant(clean, 0.8);
            case MP3_LOW -> coded(clean, AudioFormat.MP3);
            case OPUS_LOW -> coded(clean, AudioFormat.OPUS);
            case SPEED_080, SPEED_125 -> faster(clean, speed);
        };
    }

    private static Pcm noisy(Pcm clean, Noise noise, double decibel) {
        return new Pcm(noise.under(clean.samples(), clean.sampleRate(), decibel), clean.sampleRate());
    }

    private static Pcm inside(Pcm clean, Room room) {
        return new Pcm(room.around(clean.samples(), clean.sampleRate()), clean.sampleRate());
    }

    /// 300 to 3,400 Hz in 8 bit steps that grow with the loudness.
    private static Pcm telephoned(Pcm clean) {
        float[] band = new float[401];
        for (int i = -200; i <= 200; i++) {
            double window = 0.5 + 0.5 * Math.cos(Math.PI * i / 201);
            band[i + 200] = (float)
                    (window * (lowPass(i, 3400.0 / clean.sampleRate()) - lowPass(i, 300.0 / clean.sampleRate())));
        }
        float[] late = Convolution.of(clean.samples(), band);
        float[] result = new float[late.length];
        for (int i = 0; i + 200 < result.length; i++) {
            double value = Math.clamp(late[i + 200], -1, 1);
            double step =
                    Math.round(127 * Math.signum(value) * Math.log1p(255 * Math.abs(value)) / Math.log(256)) / 127.0;
            result[i] = (float) (Math.signum(step) * (Math.pow(256, Math.abs(step)) - 1) / 255);
        }
        return new Pcm(result, clean.sampleRate());
    }

    private static double lowPass(int i, double share) {
        return i == 0 ? 2 * share : Math.sin(2 * Math.PI * share * i) / (Math.PI * i);
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
