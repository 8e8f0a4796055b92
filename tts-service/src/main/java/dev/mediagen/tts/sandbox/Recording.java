package dev.mediagen.tts.sandbox;

import dev.mediagen.worker.english.Sentence;
import dev.mediagen.worker.mary.Sound;
import dev.mediagen.worker.mary.Utterance;
import dev.mediagen.worker.media.Pcm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Sentences put one after the other. Each ends with its own pause; times are counted in samples.
final class Recording {
    private static final float PEAK = 0.89f;
    private static final float MOST_GAIN = 3f;

    private final List<SpokenToken> tokens = new ArrayList<>();
    private final List<short[]> pieces = new ArrayList<>();
    private final boolean half;
    private final int sampleRate;
    private int length;
    private int loudest;

    /// @param half at half the voice's sample rate, which takes half the memory
    Recording(boolean half) {
        this.half = half;
        this.sampleRate = half ? MaryVoice.SAMPLE_RATE / 2 : MaryVoice.SAMPLE_RATE;
        append(new short[sampleRate / 20]);
    }

    void add(Sentence sentence, Utterance utterance) {
        var bounds = new double[sentence.tokens().size()][];
        double time = length / (double) sampleRate;
        for (var sound : utterance.sounds()) {
            double next = time + sound.seconds();
            if (sound.token() != Sound.PAUSE) bounds[sound.token()] = extended(bounds[sound.token()], time, next);
            time = next;
        }
        for (int index = 0; index < bounds.length; index++) {
            if (bounds[index] == null) continue;
            var token = sentence.tokens().get(index);
            tokens.add(new SpokenToken(token.start(), token.end(), bounds[index]));
        }
        var spoken = shorts(utterance.pcm().samples());
        var samples = half ? HalfRate.of(spoken) : spoken;
        fade(samples);
        append(samples);
    }

    /// 16 bit take half the memory.
    private static short[] shorts(float[] samples) {
        var shorts = new short[samples.length];
        for (int index = 0; index < shorts.length; index++)
            shorts[index] = (short) Math.clamp(
                    Math.round((double) samples[index] * Short.MAX_VALUE), -Short.MAX_VALUE, Short.MAX_VALUE);
        return shorts;
    }

    /// A token of several words may have a pause inside, which then counts as one of its sounds.
    private static double[] extended(double[] bounds, double start, double end) {
        if (bounds == null) return new double[] {start, end};
        boolean gap = start - bounds[bounds.length - 1] > 1e-6;
        var longer = Arrays.copyOf(bounds, bounds.length + (gap ? 2 : 1));
        if (gap) longer[longer.length - 2] = start;
        longer[longer.length - 1] = end;
        return longer;
    }

    private void fade(short[] samples) {
        int fade = Math.min(sampleRate / 500, samples.length / 2);
        for (int index = 0; index < fade; index++) {
            int mirrored = samples.length - 1 - index;
            samples[index] = (short) (samples[index] * index / fade);
            samples[mirrored] = (short) (samples[mirrored] * index / fade);
        }
    }

    private void append(short[] samples) {
        pieces.add(samples);
        length += samples.length;
    }

    List<SpokenToken> tokens() {
        return tokens;
    }

    int sampleRate() {
        return sampleRate;
    }

    /// Seconds so far.
    double duration() {
        return length / (double) sampleRate;
    }

    /// What was added since the last call. What is heard cannot be changed, so the loudness is that of the loudest
    /// sentence so far.
    float[] next() {
        var part = new float[pieces.stream().mapToInt(piece -> piece.length).sum()];
        loudest = Math.max(loudest, peak());
        float gain = gain(loudest);
        int at = 0;
        for (var piece : pieces) for (short sample : piece) part[at++] = sample * gain;
        pieces.clear();
        return part;
    }

    private int peak() {
        int peak = 1;
        for (var piece : pieces) for (short sample : piece) peak = Math.max(peak, Math.abs(sample));
        return peak;
    }

    private static float gain(int peak) {
        return Math.min(MOST_GAIN, PEAK * Short.MAX_VALUE / peak) / Short.MAX_VALUE;
    }

    /// The whole audio at an even loudness, without clipping. Call once: it gives the sentences' memory back.
    Pcm pcm() {
        float gain = gain(peak());
        var all = new float[length];
        int at = 0;
        for (var piece : pieces) for (short sample : piece) all[at++] = sample * gain;
        pieces.clear();
        return new Pcm(all, sampleRate);
    }
}
