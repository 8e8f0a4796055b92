package dev.mediagen.gateway.generations.view;

import dev.mediagen.contracts.AlignmentMethod;
import dev.mediagen.contracts.AlignmentProduced;
import dev.mediagen.contracts.AssetStored;
import dev.mediagen.contracts.CharacterTimings;
import dev.mediagen.contracts.ImageProduced;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.PromptProduced;
import dev.mediagen.gateway.assets.Alignments;
import dev.mediagen.gateway.assets.Delivery;
import dev.mediagen.gateway.generations.Generation;
import dev.mediagen.gateway.generations.PartStatus;
import dev.mediagen.gateway.generations.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;

/// What came out of a generation; absent while there is nothing to show.
@ApplicationScoped
class Results {
    private static final Logger LOG = Logger.getLogger(Results.class);
    private static final int MOST_INLINE = 5_000;
    private final Delivery delivery;
    private final Alignments alignments;

    Results(Delivery delivery, Alignments alignments) {
        this.delivery = delivery;
        this.alignments = alignments;
    }

    GenerationView.Result of(Generation g, Urls urls) {
        boolean whole = g.status() == Status.COMPLETED;
        return switch (g.kind()) {
            case SPEECH, CONVERSION, SOUND_EFFECT -> whole ? audio(g, urls) : null;
            case IMAGE -> whole ? image(g, urls) : null;
            case PROMPT -> whole ? prompt(g) : null;
            case ALIGNMENT -> whole ? alignment(g, urls) : null;
            case MEDIA ->
                g.parts().values().stream().anyMatch(p -> p.status() == PartStatus.STORED) ? story(g, urls) : null;
            case BATCH -> throw new IllegalStateException("no such generation: " + g.kind());
        };
    }

    /// Stories show each part as soon as it is kept.
    private MediaResult story(Generation g, Urls urls) {
        return new MediaResult(
                kept(g, Part.PROMPT) ? prompt(g) : null,
                kept(g, Part.IMAGE) ? image(g, urls) : null,
                kept(g, Part.AUDIO) ? audio(g, urls) : null,
                urls.self());
    }

    private static boolean kept(Generation g, Part part) {
        return g.part(part).status() == PartStatus.STORED;
    }

    private static PromptResult prompt(Generation g) {
        var made = (PromptProduced) g.part(Part.PROMPT).completion().produced();
        return new PromptResult(
                made.prompt(), new PromptResult.Metadata(made.style(), made.timestamp(), made.version()));
    }

    private ImageResult image(Generation g, Urls urls) {
        var stored = g.part(Part.IMAGE).stored();
        var made = (ImageProduced) stored.completion().produced();
        String url = url(stored, urls);
        return new ImageResult(
                stored.assetId(),
                url,
                url,
                stored.object().key(),
                made.width(),
                made.height(),
                made.seed(),
                made.prompt(),
                made.requestId(),
                made.model(),
                true,
                stored.completion().fromCache(),
                new ImageResult.Metadata(
                        stored.object().size(),
                        made.format(),
                        new ImageResult.Dimensions(made.width(), made.height()),
                        stored.object().sha256()));
    }

    private SpeechResult audio(Generation g, Urls urls) {
        var stored = g.part(Part.AUDIO).stored();
        var made = AudioFacts.of(stored.completion().produced());
        var timings = g.part(Part.ALIGNMENT);
        var aligned = timings == null ? null : timings.stored();
        boolean timed = timings != null && timings.status().ended();
        String url = url(stored, urls);
        return new SpeechResult(
                stored.assetId(),
                url,
                url,
                stored.object().key(),
                stored.object().mediaType(),
                made.duration(),
                made.voiceId(),
                made.voiceName(),
                true,
                stored.completion().fromCache(),
                timed ? urls.alignment() : null,
                timed
                        ? (aligned == null
                                ? AlignmentMethod.ESTIMATED
                                : aligned(aligned).method())
                        : null,
                timed
                        ? (Double)
                                (aligned == null
                                        ? SpreadTimings.CONFIDENCE
                                        : aligned(aligned).confidence())
                        : null,
                timed && urls.wanted() ? inline(g, aligned) : null,
                aligned == null ? null : urls.captions(captions(aligned)),
                new SpeechResult.Metadata(
                        made.modelId(),
                        made.voiceId(),
                        stored.storedAt(),
                        made.format(),
                        made.quality(),
                        made.duration(),
                        stored.object().size(),
                        stored.object().sha256()));
    }

    private AlignmentResult alignment(Generation g, Urls urls) {
        var stored = g.part(Part.ALIGNMENT).stored();
        var made = aligned(stored);
        return new AlignmentResult(
                stored.assetId(),
                urls.alignment(),
                made.method(),
                made.confidence(),
                made.duration(),
                urls.captions(captions(stored)));
    }

    /// @param aligned null when the timings were given up
    private CharacterTimings inline(Generation g, AssetStored aligned) {
        // a JSON entry is longer than 20 bytes: what is larger than this cannot be short enough
        if (aligned != null && aligned.object().size() > 100L * MOST_INLINE) return null;
        try {
            var alignment = aligned == null ? SpreadTimings.of(g) : alignments.read(aligned.object());
            var timings = alignment.timings();
            return timings.characters().size() <= MOST_INLINE ? timings : null;
        } catch (SdkException e) {
            LOG.warnf("timings not shown inline: %s", e.getMessage());
            return null;
        }
    }

    private static AlignmentProduced aligned(AssetStored stored) {
        return (AlignmentProduced) stored.completion().produced();
    }

    private static Set<String> captions(AssetStored aligned) {
        return aligned.renditions().keySet();
    }

    private String url(AssetStored stored, Urls urls) {
        return urls.wanted() ? delivery.url(stored.object()) : null;
    }
}
