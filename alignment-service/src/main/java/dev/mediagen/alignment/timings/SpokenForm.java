package dev.mediagen.alignment.timings;

import dev.mediagen.alignment.activity.SpeechActivity;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.contracts.CharacterTimings;
import dev.mediagen.contracts.SpokenAlignment.Counterpart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A text as the provider's voice read it (`five dollars`), timed, and what of it stands for what of the text as it
/// was written (`$5`).
///
/// @param map in order, without holes
public record SpokenForm(SourceText text, TimedClusters timed, List<Counterpart> map) {
    /// Where several words stand for several others, which is which is a guess.
    private static final double GUESSED = 0.8;
    /// More characters in a row than anybody reads otherwise: there the texts have nothing to do with each other.
    private static final int UNRELATED_LENGTH = 30;

    private static final double UNRELATED = 0.4;
    /// It has no confidence of its own: what is worse than this is not kept.
    private static final double TRUSTED = 0.5;

    /// @param given over the text as it was read
    /// @param languageCode ISO 639-1, or null
    /// @return empty when the timings are of no use
    public static Optional<SpokenForm> of(
            SourceText source, CharacterTimings given, SpeechActivity activity, String languageCode) {
        if (given.characters() == null || given.characters().stream().anyMatch(Objects::isNull)) {
            return Optional.empty();
        }
        String read = String.join("", given.characters());
        SourceText text = read.equals(source.text()) ? source : SourceText.of(read, languageCode);
        if (text.words().isEmpty()) {
            return Optional.empty();
        }
        return ProviderTimings.check(text, given, activity)
                .filter(timed -> trust(timed) >= TRUSTED)
                .map(timed -> new SpokenForm(text, timed, TextMap.of(source, text)));
    }

    /// The times of the text as it was written, where the provider gave only these.
    public Optional<TimedClusters> onto(SourceText source, SpeechActivity activity) {
        return ProviderTimings.check(source, translated(source), activity).map(found -> doubted(source, found));
    }

    private CharacterTimings translated(SourceText source) {
        List<String> characters = new ArrayList<>();
        List<Double> starts = new ArrayList<>();
        List<Double> ends = new ArrayList<>();
        for (Counterpart pair : map) {
            int first = pair.source().from();
            int said = pair.spoken().from();
            boolean agrees = TextMap.agree(source, text, pair);
            int step = agrees ? 1 : Math.max(1, pair.source().to() - first);
            for (int c = first; c < pair.source().to(); c += step) {
                int last = agrees ? said + c - first : pair.spoken().to() - 1;
                boolean silent = last < said;
                characters.add(source.slice(c, c + step));
                starts.add(silent ? Double.NaN : timed.starts()[agrees ? last : said]);
                ends.add(silent ? Double.NaN : timed.ends()[last]);
            }
        }
        return new CharacterTimings(characters, starts, ends);
    }

    private TimedClusters doubted(SourceText source, TimedClusters found) {
        double trust = trust(timed);
        double[] confidence = found.confidence();
        for (Counterpart pair : map) {
            double factor = TextMap.agree(source, text, pair) ? trust : trust * likelihood(pair);
            for (int c = pair.source().from(); c < pair.source().to(); c++) {
                confidence[c] *= factor;
            }
        }
        List<String> warnings = new ArrayList<>(found.warnings());
        warnings.add("The provider timed the text as it was read; the times were brought onto the text as written.");
        return new TimedClusters(found.starts(), found.ends(), confidence, found.method(), List.copyOf(warnings));
    }

    private static double trust(TimedClusters timed) {
        return Arrays.stream(timed.confidence()).average().orElse(0);
    }

    private static double likelihood(Counterpart pair) {
        return pair.source().to() - pair.source().from() >= UNRELATED_LENGTH ? UNRELATED : GUESSED;
    }
}
