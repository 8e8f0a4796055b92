package dev.mediagen.tts.sandbox;

import dev.mediagen.tts.sandbox.english.Sentence;
import dev.mediagen.worker.media.Pcm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Sentences put one after the other. Each ends with its own pause; times are counted in samples.
final class Recording {
    private static final int LEAD_IN = MaryVoice.SAMPLE_RATE / 20;
    private static final int FADE = MaryVoice.SAMPLE_RATE / 500;
    private static final float PEAK = 0.89f;
    private static final float MOST_GAIN = 3f;

    private final List<SpokenToken> tokens = new ArrayList<>();
    private short[] samples = new short[MaryVoice.SAMPLE_RATE * 10];
    private int length = LEAD_IN;

    void add(Sentence sentence, Utterance utterance) {
        var sentenceTokens = sentence.tokens();
        var bounds = new double[sentenceTokens.size()][];
        double time = length;
        for (var sound : utterance.sounds()) {
            double next = time + sound.seconds() * MaryVoice.SAMPLE_RATE;
            if (sound.token() != Sound.PAUSE) bounds[sound.token()] = extended(bounds[sound.token()], time, next);
            time = next;
        }
        for (int index = 0; index < bounds.length; index++) {
            if (bounds[index] == null) continue;
            var token = sentenceTokens.get(index);
            tokens.add(new SpokenToken(token.start(), token.end(), bounds[index]));
        }
        append(utterance.samples());
    }

    /// A token of several words may have a pause inside, which then counts as one of its sounds.
    private static double[] extended(double[] bounds, double start, double end) {
        double from = start / MaryVoice.SAMPLE_RATE;
        double to = end / MaryVoice.SAMPLE_RATE;
        if (bounds == null) return new double[] {from, to};
        boolean gap = from - bounds[bounds.length - 1] > 1e-6;
        var longer = Arrays.copyOf(bounds, bounds.length + (gap ? 2 : 1));
        if (gap) longer[longer.length - 2] = from;
        longer[longer.length - 1] = to;
        return longer;
    }

    private void append(short[] more) {
        while (length + more.length > samples.length)
            samples = Arrays.copyOf(samples, samples.length + samples.length / 2);
        System.arraycopy(more, 0, samples, length, more.length);
        for (int index = 0; index < Math.min(FADE, more.length); index++) {
            samples[length + index] = (short) (more[index] * index / FADE);
            int mirrored = more.length - 1 - index;
            samples[length + mirrored] = (short) (more[mirrored] * index / FADE);
        }
        length += more.length;
    }

    List<SpokenToken> tokens() {
        return tokens;
    }

    /// The whole audio at an even loudness, without clipping.
    Pcm pcm() {
        int peak = 1;
        for (int index = 0; index < length; index++) peak = Math.max(peak, Math.abs(samples[index]));
        float gain = Math.min(MOST_GAIN, PEAK * Short.MAX_VALUE / peak) / Short.MAX_VALUE;
        var levelled = new float[length];
        for (int index = 0; index < length; index++) levelled[index] = samples[index] * gain;
        return new Pcm(levelled, MaryVoice.SAMPLE_RATE);
    }
}
