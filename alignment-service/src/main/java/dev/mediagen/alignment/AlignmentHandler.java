package dev.mediagen.alignment;

import dev.mediagen.alignment.activity.SpeechActivity;
import dev.mediagen.alignment.captions.Captions;
import dev.mediagen.alignment.captions.readalong.Recording;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.contracts.Alignment;
import dev.mediagen.contracts.AlignmentProduced;
import dev.mediagen.contracts.AlignmentRequested;
import dev.mediagen.contracts.CharacterTimings;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.PartHandler;
import dev.mediagen.worker.parts.PartResult;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Makes the part `alignment`: an [Alignment] as JSON, with captions as its renditions.
@ApplicationScoped
class AlignmentHandler implements PartHandler<AlignmentRequested> {
    private static final Logger LOG = Logger.getLogger(AlignmentHandler.class);

    private final Aligner aligner;
    private final Captions captions;

    AlignmentHandler(Aligner aligner, Captions captions) {
        this.aligner = aligner;
        this.captions = captions;
    }

    @Override
    public Class<AlignmentRequested> requestType() {
        return AlignmentRequested.class;
    }

    @Override
    public Part part() {
        return Part.ALIGNMENT;
    }

    @Override
    public List<ProviderCapability> capabilities() {
        return aligner.capabilities();
    }

    @Override
    public PartResult make(AlignmentRequested request, PartContext context)
            throws ProviderException, InterruptedException {
        SourceText text = SourceText.of(context.text(request.text()), request.languageCode());
        if (text.words().isEmpty()) {
            throw new ProviderException(FailureCode.INVALID_REQUEST, "There is no text to align.");
        }
        try {
            return aligned(text, request, context);
        } catch (InterruptedException e) {
            if (context.wanted()) {
                throw e;
            }
            throw new ProviderException(FailureCode.CANCELLED, "given up: cancelled, or somebody else's by now", e);
        }
    }

    private PartResult aligned(SourceText text, AlignmentRequested request, PartContext context)
            throws ProviderException, InterruptedException {
        context.progress(10, "Reading the audio");
        Narration narration = narration(text, request, context);
        List<String> warnings = new ArrayList<>();
        Optional<CharacterTimings> given = timings(request, context, warnings);
        context.progress(40, given.isPresent() ? "Checking the timings" : "Finding the timings");
        Aligner.Aligned aligned = aligner.align(
                narration,
                given,
                warnings,
                context,
                share -> progress(40 + share * 2 / 5, "Finding the timings", context));
        progress(80, "Writing captions", context);
        PartResult result = result(aligned, narration.recording(), request, context);
        context.progress(100, "Aligned");
        return result;
    }

    /// What nobody wants any more ends at its next look for an interrupt.
    private static void progress(int percent, String message, PartContext context) {
        context.progress(percent, message);
        if (!context.wanted()) {
            Thread.currentThread().interrupt();
        }
    }

    private static Narration narration(SourceText text, AlignmentRequested request, PartContext context)
            throws ProviderException, InterruptedException {
        Path file = context.fetch(request.audio());
        try {
            Sound audio = new RecordedSound(file);
            return new Narration(text, file, audio, SpeechActivity.of(audio), request.languageCode());
        } catch (UncheckedIOException e) {
            throw new ProviderException(FailureCode.QUALITY_REJECTED, "The audio cannot be decoded.", e);
        }
    }

    /// Timings that cannot be read do not cost the caller the alignment: the audio is there to find them in.
    private static Optional<CharacterTimings> timings(
            AlignmentRequested request, PartContext context, List<String> warnings)
            throws ProviderException, InterruptedException {
        if (request.timings() == null) {
            return Optional.empty();
        }
        Path file = context.fetch(request.timings());
        try {
            return Optional.of(TimingsJson.read(file));
        } catch (IOException e) {
            LOG.warnf(e, "Timings of %s cannot be read", request.generationId());
            warnings.add("The provider's timings could not be read.");
            return Optional.empty();
        }
    }

    private List<Captions.File> captions(
            Alignment alignment, Path recording, AlignmentRequested request, PartContext context) {
        try {
            Recording audio = new Recording(recording, request.audio().mediaType());
            return captions.write(alignment, request.languageCode(), audio, context.workDir());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PartResult result(Aligner.Aligned aligned, Path recording, AlignmentRequested request, PartContext context)
            throws ProviderException, InterruptedException {
        Alignment alignment = aligned.alignment();
        Map<String, StagedAsset> renditions = new LinkedHashMap<>();
        for (Captions.File caption : captions(alignment, recording, request, context)) {
            renditions.put(caption.name(), context.stage(caption.path(), caption.name(), caption.mediaType()));
        }
        StagedAsset staged = context.stage(write(context, "json", json(alignment)), "json", "application/json");
        AlignmentProduced produced =
                new AlignmentProduced(alignment.method(), alignment.confidence(), alignment.duration());
        return new PartResult(
                staged,
                renditions,
                produced,
                aligned.provider(),
                aligned.fallback(),
                false,
                true,
                alignment.warnings(),
                null);
    }

    private static byte[] json(Alignment alignment) {
        try {
            return ContractJson.mapper().writeValueAsBytes(alignment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(PartContext context, String extension, byte[] content) {
        try {
            return Files.write(context.workDir().resolve("alignment." + extension), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
