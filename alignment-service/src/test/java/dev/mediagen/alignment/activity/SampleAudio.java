package dev.mediagen.alignment.activity;

import dev.mediagen.worker.media.Pcm;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Made-up recordings: a buzzing tone where somebody "speaks", faint noise elsewhere.
public final class SampleAudio {
    public static final int RATE = 16_000;

    private SampleAudio() {}

    public static Pcm speaking(double duration, Interval... speech) {
        Random random = new Random(1);
        float[] samples = new float[(int) Math.round(duration * RATE)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (random.nextGaussian() * 0.0005);
        }
        for (Interval interval : speech) {
            int end = Math.min(samples.length, (int) (interval.end() * RATE));
            for (int i = (int) (interval.start() * RATE); i < end; i++) {
                samples[i] += (float) (0.3 * Math.sin(2 * Math.PI * 140 * i / RATE));
            }
        }
        return new Pcm(samples, RATE);
    }

    public static Pcm speakingThroughout(double duration) {
        return speaking(duration, new Interval(0, duration));
    }

    public static Pcm silence(double duration) {
        return new Pcm(new float[(int) Math.round(duration * RATE)], RATE);
    }

    public static SpeechActivity activity(double duration, Interval... speech) {
        return SpeechActivity.of(speaking(duration, speech));
    }

    static List<Interval> segments(Pcm audio) {
        return SpeechActivity.of(audio).segments();
    }

    static Pcm louder(Pcm audio, float factor) {
        float[] samples = Arrays.copyOf(audio.samples(), audio.samples().length);
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= factor;
        }
        return new Pcm(samples, audio.sampleRate());
    }
}
