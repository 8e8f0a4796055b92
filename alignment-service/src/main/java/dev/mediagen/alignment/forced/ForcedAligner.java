package dev.mediagen.alignment.forced;

import dev.mediagen.alignment.AudioAligner;
import dev.mediagen.alignment.Sound;
import dev.mediagen.alignment.activity.SpeechActivity;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.alignment.timings.TimedClusters;
import io.quarkus.arc.All;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Finds every word by its sounds, without any model file: another voice reads the text, the two readings are laid
/// over each other, and a chain of sounds then learns the speaker from the very recording.
@ApplicationScoped
@Priority(100)
class ForcedAligner implements AudioAligner {
    private static final Logger LOG = Logger.getLogger(ForcedAligner.class);
    /// Half widths of the first search, seconds: the next is tried when one finds nothing that sounds like the text.
    private static final double[] BANDS = {1.5, 8, 30};
    private static final double GOOD = 0.8;
    private static final double DOUBTFUL = 0.5;

    private final List<Pronouncer> pronouncers;

    ForcedAligner(@All List<Pronouncer> pronouncers) {
        this.pronouncers = pronouncers;
    }

    @Override
    public Optional<TimedClusters> align(
            SourceText text, Sound audio, SpeechActivity activity, String languageCode, Listener listener)
            throws InterruptedException {
        String language = Languages.of(text, languageCode);
        Optional<Pronouncer> pronouncer = pronouncers.stream()
                .filter(candidate -> candidate.speaks(language))
                .findFirst();
        if (activity.silent() || text.words().isEmpty()) {
            return Optional.empty();
        }
        if (pronouncer.isEmpty()) {
            listener.warning("No voice here reads the language %s; the timings are estimated.".formatted(language));
            return Optional.empty();
        }
        try {
            Heard heard = heard(audio);
            listener.progress(10);
            Reference reference = Reference.of(text, language, pronouncer.get());
            listener.progress(25);
            return recognized(text, heard, reference, listener).map(found -> timed(text, found, activity));
        } catch (IOException e) {
            LOG.warn("The reference voice failed", e);
            listener.warning("The reference voice failed; the timings are estimated.");
            return Optional.empty();
        }
    }

    private static Heard heard(Sound audio) throws InterruptedException {
        Spectrum spectrum = new Spectrum();
        audio.play(spectrum);
        spectrum.finish();
        return Heard.of(spectrum);
    }

    private static Optional<Recognized> recognized(SourceText text, Heard heard, Reference reference, Listener listener)
            throws InterruptedException {
        if (reference.phones().isEmpty()
                || reference.phones().size() * Chain.PARTS > heard.frames().count()) {
            listener.warning("The audio is too short for the text, or nothing in the text can be read aloud.");
            return Optional.empty();
        }
        Recognition recognition = new Recognition(text, reference, heard);
        Optional<Recognized> best = Optional.empty();
        for (double band : BANDS) {
            Optional<Recognized> found = recognition.run(band, share -> listener.progress(25 + share * 7 / 10));
            boolean better = found.isPresent()
                    && (best.isEmpty() || found.get().confidence() > best.get().confidence());
            best = better ? found : best;
            if (best.isPresent() && best.get().confidence() > GOOD) {
                break;
            }
        }
        return best;
    }

    private static TimedClusters timed(SourceText text, Recognized found, SpeechActivity activity) {
        List<String> warnings = found.confidence() < DOUBTFUL
                ? List.of("The audio does not sound like the text; the timings cannot be trusted.")
                : List.of();
        return new ClusterTimes(text, found, activity).timed(warnings);
    }
}
