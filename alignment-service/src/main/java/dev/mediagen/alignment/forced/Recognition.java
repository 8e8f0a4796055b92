package dev.mediagen.alignment.forced;

import dev.mediagen.alignment.text.SourceText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// One recording, one text: warps the reference onto the recording, then lets a chain of sounds learn the speaker.
final class Recognition {
    private static final int ROUNDS = 8;
    private static final double NEXT_BAND = 1;

    private final List<Phone> phones;
    private final Chain chain;
    private final Frames frames;
    private final Loudness loudness;
    private final int[] clock;
    private final float[] warped;
    private float[] centre;
    private PhoneModels models;

    Recognition(SourceText text, Reference reference, Heard heard) throws InterruptedException {
        phones = reference.phones();
        chain = new Chain(phones, text);
        frames = heard.frames();
        loudness = heard.loudness();
        clock = clock(heard.speech());
        Rendering said = Rendering.closest(heard, reference);
        float[] map = TimeWarp.map(said.frames(), said.kept(), frames, heard.kept());
        warped = centres(map, clock(said.speech()));
        models = models(said.frames(), said.loudness());
    }

    static int[] kept(boolean[] speech) {
        return IntStream.range(0, speech.length).filter(t -> speech[t]).toArray();
    }

    private static int[] clock(boolean[] speech) {
        int[] clock = new int[speech.length];
        for (int t = 1; t < clock.length; t++) {
            clock[t] = clock[t - 1] + (speech[t - 1] ? 1 : 0);
        }
        return clock;
    }

    private float[] centres(float[] map, int[] readClock) {
        float[] centres = new float[chain.size];
        float last = 0;
        for (int s = 0; s < chain.size; s++) {
            int index = chain.phone[s];
            if (index >= 0) {
                Phone phone = phones.get(index);
                float from = map[readClock[frame(phone.start(), readClock.length)]];
                float to = map[readClock[frame(phone.end(), readClock.length)]];
                int part = chain.model[s] % Chain.PARTS;
                last = Math.max(last, from + (to - from) * (part + 0.5f) / Chain.PARTS);
            }
            centres[s] = last;
        }
        centres[chain.size - 1] = clock[clock.length - 1];
        return centres;
    }

    private static int frame(double seconds, int count) {
        return Math.clamp(Math.round(seconds / Spectrum.FRAME), 0, count - 1);
    }

    private PhoneModels models(Frames said, Loudness saidLoudness) {
        Statistics seen = new Statistics(chain.models);
        float[] row = new float[Frames.SIZE];
        for (int s = 0; s < chain.size; s++) {
            if (chain.phone[s] >= 0) {
                Phone phone = phones.get(chain.phone[s]);
                int first = frame(phone.start(), said.count());
                int length = Math.max(1, frame(phone.end(), said.count()) - first);
                int part = chain.model[s] % Chain.PARTS;
                for (int t = first + (length * part + 2) / 3; t < first + (length * (part + 1) + 2) / 3; t++) {
                    said.read(Math.min(t, said.count() - 1), row);
                    seen.add(chain.model[s], row, saidLoudness.quiet(Math.min(t, said.count() - 1)));
                }
            }
        }
        for (int t = 0; t < frames.count(); t++) {
            if (loudness.quiet(t)) {
                frames.read(t, row);
                seen.add(chain.silence, row, true);
            }
        }
        float[][] means = seen.means();
        for (int model = 0; model < chain.silence; model++) {
            for (int other = 0; other < Chain.PARTS && seen.count[model] == 0; other++) {
                int sibling = model / Chain.PARTS * Chain.PARTS + other;
                means[model] = seen.count[sibling] > 0 ? means[sibling] : means[model];
            }
        }
        return new PhoneModels(means, seen.quietShares());
    }

    /// @param band seconds a word may be away from where the warp puts it
    /// @param progress 0..100
    /// @return empty when no way through the chain was found within the band
    Optional<Recognized> run(double band, IntConsumer progress) throws InterruptedException {
        models = models.fresh();
        centre = warped.clone();
        int[] path = {};
        for (int round = 0; round < ROUNDS; round++) {
            Band states = new Band(centre, clock, round == 0 ? band : NEXT_BAND, round == 0);
            Viterbi viterbi = new Viterbi(chain, models, frames, loudness, states);
            path = viterbi.path();
            if (viterbi.lost()) {
                return Optional.empty();
            }
            if (round < ROUNDS - 1) {
                learn(path);
            }
            progress.accept(100 * (round + 1) / ROUNDS);
        }
        return Optional.of(recognized(path));
    }

    private Recognized recognized(int[] path) throws InterruptedException {
        Evidence evidence = new Evidence(chain, frames, loudness);
        double most = Math.log(Math.max(2, chain.silence));
        return new Recognized(
                phones,
                PhoneTimes.of(chain, path, phones.size()),
                scaled(evidence.ratios(models, path, phones.size()), most),
                scaled(evidence.ratios(models.fresh(), path, phones.size()), most));
    }

    private static double[] scaled(double[] values, double most) {
        return Arrays.stream(values).map(value -> value / most).toArray();
    }

    private void learn(int[] path) {
        models.adapt(
                frames, loudness, Arrays.stream(path).map(s -> chain.model[s]).toArray(), chain.silence);
        float[] sum = new float[chain.size];
        int[] n = new int[chain.size];
        for (int t = 0; t < path.length; t++) {
            sum[path[t]] += clock[t];
            n[path[t]]++;
        }
        float last = 0;
        for (int s = 0; s < chain.size - 1; s++) {
            last = n[s] > 0 ? Math.max(last, sum[s] / n[s]) : last;
            centre[s] = last;
        }
    }
}
