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
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// From text, audio and perhaps timings to an [Alignment]: the provider's timings when they are of use, otherwise
/// what the first [AudioAligner] that can tell finds.
@ApplicationScoped
class Aligner {
    /// Timings of a provider that are worse than this are compared with what we find ourselves.
    private static final double TRUSTED = 0.5;

    private final List<AudioAligner> audioAligners;

    Aligner(@All List<AudioAligner> audioAligners) {
        this.audioAligners = audioAligners;
    }

    /// @param given the provider's timings; empty when it gave none
    /// @param warnings what went wrong on the way here
    /// @param progress 0..100
    Alignment align(
            SourceText text,
            Pcm audio,
            Optional<CharacterTimings> given,
            String languageCode,
            List<String> warnings,
            IntConsumer progress)
            throws InterruptedException {
        SpeechActivity activity = SpeechActivity.of(audio);
        Optional<TimedClusters> checked = given.flatMap(timings -> ProviderTimings.check(text, timings, activity));
        List<String> all = new ArrayList<>(warnings);
        if (given.isPresent() && checked.isEmpty()) {
            all.add("The provider's timings could not be used.");
        }
        TimedClusters timed = checked.isPresent() && trust(checked.get()) >= TRUSTED
                ? checked.get()
                : better(checked, found(text, audio, activity, languageCode, new Heard(all, progress)));
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

    private TimedClusters found(
            SourceText text, Pcm audio, SpeechActivity activity, String languageCode, AudioAligner.Listener listener)
            throws InterruptedException {
        for (AudioAligner aligner : audioAligners) {
            Optional<TimedClusters> found = aligner.align(text, audio, activity, languageCode, listener);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new IllegalStateException("No aligner answered");
    }

    private static TimedClusters better(Optional<TimedClusters> given, TimedClusters found) {
        return given.isPresent() && trust(given.get()) >= trust(found) ? given.get() : found;
    }

    private static double trust(TimedClusters timed) {
        return Arrays.stream(timed.confidence()).average().orElse(0);
    }

    /// @param warnings written
    private record Heard(List<String> warnings, IntConsumer share) implements AudioAligner.Listener {
        @Override
        public void progress(int percent) {
            share.accept(percent);
        }

        @Override
        public void warning(String warning) {
            warnings.add(warning);
        }
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
