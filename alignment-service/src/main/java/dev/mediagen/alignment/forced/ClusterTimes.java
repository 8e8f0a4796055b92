package dev.mediagen.alignment.forced;

import dev.mediagen.alignment.activity.SpeechActivity;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.alignment.text.Word;
import dev.mediagen.alignment.timings.Spreading;
import dev.mediagen.alignment.timings.TimedClusters;
import dev.mediagen.contracts.AlignmentMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Gives every character its share of the sounds of its word. What has no sound of its own (spaces, emoji, a word in
/// a script the voice cannot read) shares the time between its neighbours.
final class ClusterTimes {
    private static final double UNHEARD = 0.3;

    private final SourceText text;
    private final Recognized recognized;
    private final double duration;
    private final double[] starts;
    private final double[] ends;
    private final double[] confidence;
    private final Spreading spreading;

    ClusterTimes(SourceText text, Recognized recognized, SpeechActivity activity) {
        this.text = text;
        this.recognized = recognized;
        this.duration = activity.duration();
        this.starts = new double[text.size()];
        this.ends = new double[text.size()];
        this.confidence = new double[text.size()];
        this.spreading = new Spreading(text, activity, starts, ends);
    }

    TimedClusters timed(List<String> warnings) {
        double[] trust = recognized.wordConfidence(text.words().size());
        List<List<Double>> bounds = bounds();
        int cluster = 0;
        double time = 0;
        for (int w = 0; w < bounds.size(); w++) {
            List<Double> sounds = bounds.get(w);
            if (!sounds.isEmpty()) {
                Word word = text.words().get(w);
                double begin = Math.max(time, sounds.getFirst());
                fill(cluster, word.from(), time, begin);
                lay(word, sounds, time);
                Arrays.fill(confidence, word.from(), word.to(), trust[w]);
                cluster = word.to();
                time = Math.max(time, Math.min(duration, sounds.getLast()));
            }
        }
        boolean spoken = spoken(cluster, text.size());
        fill(cluster, text.size(), time, spoken ? duration : time);
        return new TimedClusters(starts, ends, confidence, AlignmentMethod.FORCED, List.copyOf(warnings));
    }

    /// Per word where its sounds begin and where the last one ends; empty for a word that was not heard.
    private List<List<Double>> bounds() {
        List<List<Double>> bounds = new ArrayList<>();
        text.words().forEach(_ -> bounds.add(new ArrayList<>()));
        double[][] times = recognized.times();
        for (int i = 0; i < times[0].length; i++) {
            if (!Double.isNaN(times[0][i])) {
                List<Double> word = bounds.get(recognized.phones().get(i).word());
                if (!word.isEmpty()) {
                    word.removeLast();
                }
                word.add(times[0][i]);
                word.add(times[1][i]);
            }
        }
        return bounds;
    }

    private void lay(Word word, List<Double> sounds, double earliest) {
        for (int c = word.from(); c < word.to(); c++) {
            starts[c] = at(sounds, (c - word.from()) / (double) word.length(), earliest);
            ends[c] = at(sounds, (c + 1 - word.from()) / (double) word.length(), earliest);
        }
    }

    /// @param share 0..1 of the sounds
    private double at(List<Double> sounds, double share, double earliest) {
        double place = share * (sounds.size() - 1);
        int sound = Math.min((int) place, sounds.size() - 2);
        double time = sounds.get(sound) + (place - sound) * (sounds.get(sound + 1) - sounds.get(sound));
        return Math.clamp(time, Math.min(earliest, duration), duration);
    }

    private void fill(int from, int to, double start, double end) {
        spreading.spread(from, to, start, end);
        double trust = recognized.confidence() * (spoken(from, to) ? UNHEARD : 1);
        Arrays.fill(confidence, from, to, trust);
    }

    private boolean spoken(int from, int to) {
        for (int c = from; c < to; c++) {
            if (text.isSpoken(c)) {
                return true;
            }
        }
        return false;
    }
}
