package dev.mediagen.alignment.elevenlabs;

import dev.mediagen.alignment.AlignmentProvider;
import dev.mediagen.alignment.AudioAligner;
import dev.mediagen.alignment.Narration;
import dev.mediagen.alignment.timings.ProviderTimings;
import dev.mediagen.alignment.timings.TimedClusters;
import dev.mediagen.contracts.AlignmentMethod;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Lets ElevenLabs find the times: 29 languages, up to 3 GB, 10 hours and 675,000 characters
/// (elevenlabs.io/docs/overview/capabilities/forced-alignment, 20 Nov 2026).
@ApplicationScoped
class ElevenLabsAlignmentProvider implements AlignmentProvider {
    private static final Set<String> LANGUAGES = Set.of(
            "en", "ja", "zh", "de", "hi", "fr", "ko", "pt", "it", "es", "id", "nl", "tr", "fil", "pl", "sv", "bg", "ro",
            "ar", "cs", "el", "fi", "hr", "ms", "sk", "da", "ta", "uk", "ru");
    private static final int MOST_CHARACTERS = 675_000;
    private static final double LONGEST = 36_000;
    private static final long LARGEST = 3_000_000_000L;
    private static final double DOUBTFUL = 0.5;

    private final ElevenLabsAlignmentApi api;

    ElevenLabsAlignmentProvider(ElevenLabsAlignmentApi api) {
        this.api = api;
    }

    @Override
    public String name() {
        return ElevenLabsAlignmentApi.ACCOUNT;
    }

    @Override
    public Optional<String> missing() {
        return api.key().isPresent() ? Optional.empty() : Optional.of("ELEVENLABS_API_KEY");
    }

    @Override
    public ProviderCapability capability(int order) {
        return new ProviderCapability(
                name(), Kind.ALIGNMENT, missing().isEmpty(), order, List.of(), List.of(), List.of(), List.of());
    }

    @Override
    public TimedClusters align(Narration narration, PartContext context, AudioAligner.Listener listener)
            throws ProviderException, InterruptedException {
        requireWithinLimits(narration);
        var json = context.workDir().resolve("elevenlabs-" + UUID.randomUUID());
        api.align(narration.text().text(), narration.recording(), json);
        listener.progress(90);
        var payload = ElevenLabsAlignmentPayload.read(
                json, 2 * narration.text().text().length() + 100);
        return ProviderTimings.check(narration.text(), payload.timings(), narration.activity())
                .map(checked -> forced(checked, new Losses(payload)))
                // the same call would give the same times again
                .orElseThrow(
                        () -> new ProviderException(FailureCode.NOT_AVAILABLE, "ElevenLabs gave times of another text")
                                .costly());
    }

    private static void requireWithinLimits(Narration narration) throws ProviderException {
        var text = narration.text().text();
        if (narration.languageCode() != null && !LANGUAGES.contains(language(narration.languageCode())))
            throw beyond("knows no " + narration.languageCode());
        if (text.codePointCount(0, text.length()) > MOST_CHARACTERS) throw beyond("takes no text as long as this");
        if (narration.activity().duration() > LONGEST) throw beyond("takes no recording as long as this");
        try {
            if (Files.size(narration.recording()) > LARGEST) throw beyond("takes no file as large as this");
        } catch (IOException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "the recording is gone", e);
        }
    }

    /// Tagalog is what Filipino is a standard of.
    private static String language(String code) {
        var language = code.split("[-_]", 2)[0].toLowerCase();
        return language.equals("tl") ? "fil" : language;
    }

    private static ProviderException beyond(String why) {
        return new ProviderException(FailureCode.NOT_AVAILABLE, "ElevenLabs " + why);
    }

    private static TimedClusters forced(TimedClusters checked, Losses losses) {
        var confidence = new double[checked.confidence().length];
        for (int i = 0; i < confidence.length; i++) {
            double middle = (checked.starts()[i] + checked.ends()[i]) / 2;
            confidence[i] = checked.confidence()[i] * losses.confidence(middle);
        }
        var warnings = new ArrayList<>(checked.warnings());
        if (Arrays.stream(confidence).average().orElse(0) < DOUBTFUL)
            warnings.add("The audio does not sound like the text; the timings cannot be trusted.");
        return new TimedClusters(
                checked.starts(), checked.ends(), confidence, AlignmentMethod.FORCED, List.copyOf(warnings));
    }
}
