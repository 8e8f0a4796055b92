package dev.mediagen.alignment.captions;

import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.contracts.AlignedWord;
import dev.mediagen.contracts.Alignment;
import dev.mediagen.contracts.AlignmentMethod;
import dev.mediagen.contracts.CharacterTimings;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;

/// Alignments of made-up speakers.
public final class SampleAlignments {
    /// What some format or other could take for its own.
    public static final String HOSTILE = "3\n2\n1\n\\ {\\k100}brace} a\\Nb <00:01.00> [00:02.00] --> & ]]> \" <c> %d"
            + " \u202eabc\n00:00:01,000 --> 00:00:02,000\nDialogue: 0,0:00:01.00\n[Events]\nNOTE this\nWEBVTT";

    private SampleAlignments() {}

    /// @param pace seconds of each cluster
    public static Alignment steady(String source, double pace) {
        return steady(source, pace, 0);
    }

    /// @param pause seconds after each sentence, on top
    public static Alignment steady(String source, double pace, double pause) {
        return alignment(source, () -> pace, pause, SampleAlignments::rounded);
    }

    /// Nobody speaks evenly, and no aligner rounds to milliseconds.
    public static Alignment lively(String source, Random random) {
        return alignment(source, () -> 0.02 + 0.1 * random.nextDouble(), random.nextDouble(), x -> x);
    }

    private static Alignment alignment(String source, DoubleSupplier pace, double pause, DoubleUnaryOperator rounding) {
        SourceText text = SourceText.of(source, null);
        List<String> characters = new ArrayList<>();
        List<Double> starts = new ArrayList<>();
        List<Double> ends = new ArrayList<>();
        double at = 0;
        for (int i = 0; i < text.size(); i++) {
            characters.add(text.cluster(i));
            starts.add(rounding.applyAsDouble(at));
            at += pace.getAsDouble();
            ends.add(rounding.applyAsDouble(at));
            at += ".!?。".contains(text.cluster(i)) ? pause : 0;
        }
        List<AlignedWord> words = text.words().stream()
                .map(w ->
                        new AlignedWord(text.slice(w.from(), w.to()), starts.get(w.from()), ends.get(w.to() - 1), 0.9))
                .toList();
        return new Alignment(
                source,
                new CharacterTimings(characters, starts, ends),
                words,
                AlignmentMethod.PROVIDER,
                0.9,
                rounding.applyAsDouble(at),
                List.of());
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }
}
