package dev.mediagen.alignment;

import dev.mediagen.alignment.activity.SpeechActivity;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.alignment.text.Word;
import dev.mediagen.alignment.timings.ProviderTimings;
import dev.mediagen.alignment.timings.TimedClusters;
import dev.mediagen.contracts.AlignedWord;
import dev.mediagen.contracts.Alignment;
import dev.mediagen.contracts.CharacterTimings;
import dev.mediagen.worker.media.Pcm;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// From text, audio and perhaps timings to an [Alignment]: the provider's timings when they are of use, otherwise
/// what the [AudioAligner] finds.
@ApplicationScoped
class Aligner {
    private final AudioAligner audioAligner;

    Aligner(AudioAligner audioAligner) {
        this.audioAligner = audioAligner;
    }

    /// @param given the provider's timings; empty when it gave none
    /// @param warnings what went wrong on the way here
    Alignment align(
            SourceText text, Pcm audio, Optional<CharacterTimings> given, String languageCode, List<String> warnings) {
        SpeechActivity activity = SpeechActivity.of(audio);
        Optional<TimedClusters> checked = given.flatMap(timings -> ProviderTimings.check(text, timings, activity));
        List<String> all = new ArrayList<>(warnings);
        if (given.isPresent() && checked.isEmpty()) {
            all.add("The provider's timings could not be used.");
        }
        TimedClusters timed = checked.orElseGet(() -> audioAligner.align(text, audio, activity, languageCode));
        all.addAll(timed.warnings());
        List<AlignedWord> words =
                text.words().stream().map(word -> aligned(text, word, timed)).toList();
        return new Alignment(
                text.text(),
                timings(text, timed),
                words,
                timed.method(),
                overall(words),
                milliseconds(audio.duration()),
                List.copyOf(all));
    }

    private static AlignedWord aligned(SourceText text, Word word, TimedClusters timed) {
        double confidence = Arrays.stream(timed.confidence(), word.from(), word.to())
                .average()
                .orElse(0);
        return new AlignedWord(
                text.slice(word.from(), word.to()),
                milliseconds(timed.starts()[word.from()]),
                milliseconds(timed.ends()[word.to() - 1]),
                milliseconds(Math.clamp(confidence, 0, 1)));
    }

    private static CharacterTimings timings(SourceText text, TimedClusters timed) {
        Stream<String> characters = IntStream.range(0, text.size()).mapToObj(text::cluster);
        return new CharacterTimings(characters.toList(), rounded(timed.starts()), rounded(timed.ends()));
    }

    private static List<Double> rounded(double[] seconds) {
        return Arrays.stream(seconds).map(Aligner::milliseconds).boxed().toList();
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
