package dev.mediagen.alignment.forced;

import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.alignment.text.Word;
import dev.mediagen.worker.media.Pcm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// A voice for tests: every letter from a to z has a sound of its own, made of three bands. What it reads and what it
/// is compared with can differ in tempo, pauses and hoarseness. It cannot say anything else.
final class LetterVoice implements Pronouncer {
    static final int RATE = 16_000;
    private final double tempo;
    private final double pause;
    private final Random random;

    /// @param tempo 1 is usual
    /// @param pause seconds after a sentence
    LetterVoice(double tempo, double pause, long seed) {
        this.tempo = tempo;
        this.pause = pause;
        this.random = new Random(seed);
    }

    /// A reading with its words: starts and ends, NaN for what has no sound.
    record Reading(Pcm audio, List<Phone> phones, double[] starts, double[] ends) {}

    Reading read(SourceText text) {
        List<Phone> phones = new ArrayList<>();
        float[] samples = new float[RATE * (2 + text.size() / 4)];
        int at = RATE / 3;
        double[] starts = new double[text.words().size()];
        double[] ends = new double[starts.length];
        Arrays.fill(starts, Double.NaN);
        for (int w = 0; w < starts.length; w++) {
            Word word = text.words().get(w);
            for (int c = word.from(); c < word.to(); c++) {
                char letter = Character.toLowerCase(text.cluster(c).charAt(0));
                if (letter >= 'a' && letter <= 'z') {
                    int length = (int) (RATE * (0.06 + 0.03 * random.nextDouble()) / tempo);
                    sound(letter, samples, at, length);
                    double begin = at / (double) RATE;
                    at += length;
                    phones.add(new Phone(String.valueOf(letter), w, begin, at / (double) RATE));
                    starts[w] = Double.isNaN(starts[w]) ? begin : starts[w];
                    ends[w] = at / (double) RATE;
                }
            }
            at += word.after() == Word.Boundary.SENTENCE ? (int) (pause * RATE) : 0;
        }
        float[] all = Arrays.copyOf(samples, at + RATE / 4);
        for (int i = 0; i < all.length; i++) {
            all[i] += (float) (1e-3 * random.nextGaussian());
        }
        return new Reading(new Pcm(all, RATE), phones, starts, ends);
    }

    private void sound(char letter, float[] samples, int from, int length) {
        int which = letter - 'a';
        double[] bands = {250 + 130 * (which % 6), 1100 + 330 * (which / 6), 2900 + 450 * (which % 4)};
        boolean hiss = which % 3 == 1;
        for (int i = 0; i < length; i++) {
            double edge = Math.min(1, Math.min(i, length - i) / 160.0);
            double value = hiss ? 0.02 * random.nextGaussian() : 0;
            for (double band : bands) {
                value += 0.1 * Math.sin(2 * Math.PI * band * (from + i) / RATE);
            }
            samples[from + i] = (float) (edge * value);
        }
    }

    @Override
    public boolean speaks(String languageCode) {
        return languageCode.equals("en");
    }

    @Override
    public void read(SourceText text, String languageCode, Listener listener) throws InterruptedException {
        Reading reading = read(text);
        listener.sentence(reading.audio(), reading.phones());
    }
}
