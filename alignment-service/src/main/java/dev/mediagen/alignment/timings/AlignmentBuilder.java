package dev.mediagen.alignment.timings;

import dev.mediagen.alignment.activity.SpeechActivity;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.alignment.text.Word;
import dev.mediagen.contracts.AlignedSentence;
import dev.mediagen.contracts.AlignedWord;
import dev.mediagen.contracts.Alignment;
import dev.mediagen.contracts.CharacterTimings;
import dev.mediagen.contracts.SpokenAlignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Times of clusters as what is kept: characters, words and sentences, in whole milliseconds.
public final class AlignmentBuilder {
    private final SourceText text;
    private final TimedClusters timed;
    private final SpeechActivity activity;

    private AlignmentBuilder(SourceText text, TimedClusters timed, SpeechActivity activity) {
        this.text = text;
        this.timed = timed;
        this.activity = activity;
    }

    /// @param spoken only kept with timings that are the provider's
    /// @param warnings what went wrong on the way here; those of `timed` are added
    public static Alignment build(
            SourceText text,
            TimedClusters timed,
            SpeechActivity activity,
            Optional<SpokenForm> spoken,
            List<String> warnings) {
        return new AlignmentBuilder(text, timed, activity).build(spoken, warnings);
    }

    private Alignment build(Optional<SpokenForm> spoken, List<String> before) {
        List<String> warnings = new ArrayList<>(before);
        warnings.addAll(timed.warnings());
        List<AlignedWord> words = words();
        long suspect = words.stream().filter(AlignedWord::suspect).count();
        if (suspect > 0) {
            warnings.add(
                    "%d of %d words are suspect: their times do not fit the audio.".formatted(suspect, words.size()));
        }
        return new Alignment(
                text.text(),
                timings(text, timed),
                words,
                timed.method(),
                overall(words),
                milliseconds(activity.duration()),
                List.copyOf(warnings),
                sentences(),
                spoken.map(AlignmentBuilder::spoken).orElse(null));
    }

    private static SpokenAlignment spoken(SpokenForm form) {
        return new SpokenAlignment(form.text().text(), timings(form.text(), form.timed()), form.map());
    }

    private List<AlignedWord> words() {
        boolean[] suspects = WordChecks.suspects(text, timed.starts(), timed.ends(), activity);
        List<AlignedWord> words = new ArrayList<>(suspects.length);
        for (int w = 0; w < suspects.length; w++) {
            Word word = text.words().get(w);
            double confidence = Arrays.stream(timed.confidence(), word.from(), word.to())
                    .average()
                    .orElse(0);
            words.add(new AlignedWord(
                    text.slice(word.from(), word.to()),
                    milliseconds(timed.starts()[word.from()]),
                    milliseconds(timed.ends()[word.to() - 1]),
                    milliseconds(Math.clamp(confidence, 0, 1)),
                    suspects[w]));
        }
        return List.copyOf(words);
    }

    private List<AlignedSentence> sentences() {
        List<AlignedSentence> sentences = new ArrayList<>(text.sentences().size());
        int word = 0;
        for (var sentence : text.sentences()) {
            int first = word;
            while (word < text.words().size() && text.words().get(word).from() < sentence.to()) {
                word++;
            }
            sentences.add(new AlignedSentence(
                    text.slice(sentence.from(), sentence.to()),
                    milliseconds(timed.starts()[text.words().get(first).from()]),
                    milliseconds(timed.ends()[text.words().get(word - 1).to() - 1])));
        }
        return List.copyOf(sentences);
    }

    private static CharacterTimings timings(SourceText text, TimedClusters timed) {
        List<String> characters =
                IntStream.range(0, text.size()).mapToObj(text::cluster).toList();
        return new CharacterTimings(characters, rounded(timed.starts()), rounded(timed.ends()));
    }

    private static List<Double> rounded(double[] seconds) {
        return Arrays.stream(seconds)
                .map(AlignmentBuilder::milliseconds)
                .boxed()
                .toList();
    }

    private static double overall(List<AlignedWord> words) {
        double sum = 0;
        double length = 0;
        for (AlignedWord word : words) {
            sum += word.confidence() * word.text().length();
            length += word.text().length();
        }
        return length == 0 ? 0 : milliseconds(sum / length);
    }

    /// Three decimals: everything downstream counts in milliseconds, so rounding happens here and only here.
    private static double milliseconds(double value) {
        return Math.floor(value * 1000 + 0.5) / 1000;
    }
}
