package dev.mediagen.alignment.estimate;

import dev.mediagen.alignment.AudioAligner;
import dev.mediagen.alignment.Sound;
import dev.mediagen.alignment.activity.Interval;
import dev.mediagen.alignment.activity.SpeechActivity;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.alignment.timings.Spreading;
import dev.mediagen.alignment.timings.TimedClusters;
import dev.mediagen.contracts.AlignmentMethod;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Lays the phrases of the text between the pauses of the audio and spreads their characters over the speech there.
/// It hears where somebody speaks, not what is said.
@ApplicationScoped
@Priority(1)
class EstimatingAligner implements AudioAligner {
    private static final double SILENT = 0.1;

    @Override
    public Optional<TimedClusters> align(
            SourceText text, Sound audio, SpeechActivity activity, String languageCode, Listener listener) {
        double[] starts = new double[text.size()];
        double[] ends = new double[text.size()];
        Spreading spreading = new Spreading(text, activity, starts, ends);
        double[] confidence = new double[text.size()];
        List<String> warnings = new ArrayList<>();
        if (activity.silent() || text.words().isEmpty()) {
            spreading.spread(0, text.size(), 0, activity.duration());
            Arrays.fill(confidence, SILENT);
            warnings.add("No speech was found in the audio; the text is spread over all of it.");
        } else {
            List<Phrase> phrases = new PhraseAlignment(text, Spurts.of(activity)).phrases();
            lay(phrases, text, spreading, activity.duration());
            EstimateConfidence.rate(phrases, text, activity, starts, confidence, warnings);
        }
        return Optional.of(
                new TimedClusters(starts, ends, confidence, AlignmentMethod.ESTIMATED, List.copyOf(warnings)));
    }

    /// What stands between two phrases gets the pause between them.
    private static void lay(List<Phrase> phrases, SourceText text, Spreading spreading, double duration) {
        int cluster = 0;
        double time = phrases.getFirst().time().start();
        for (Phrase phrase : phrases) {
            Interval span = phrase.time();
            int first = text.words().get(phrase.from()).from();
            int last = text.words().get(phrase.to() - 1).to();
            spreading.spread(cluster, first, time, span.start());
            spreading.spread(first, last, span.start(), span.end());
            cluster = last;
            time = span.end();
        }
        spreading.spread(cluster, text.size(), time, Math.min(time, duration));
    }
}
