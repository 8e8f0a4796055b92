package dev.mediagen.tts.elevenlabs;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.SpeechModel;
import dev.mediagen.worker.parts.ProviderException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Models and voices as ElevenLabs last listed them; until then what is known of it. Read in the background: nobody
/// waits for it, and the service starts without it.
@ApplicationScoped
class ElevenLabsCatalogue {
    private static final Logger LOG = Logger.getLogger(ElevenLabsCatalogue.class);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String DEFAULT_MODEL = "eleven_multilingual_v2";
    private static final int CAUTIOUS_LENGTH = 5_000;
    private static final List<SpeechModel> KNOWN = List.of(
            new SpeechModel(DEFAULT_MODEL, 10_000),
            new SpeechModel("eleven_v3", 5_000),
            new SpeechModel("eleven_flash_v2_5", 40_000),
            new SpeechModel("eleven_turbo_v2_5", 40_000),
            new SpeechModel("eleven_flash_v2", 30_000),
            new SpeechModel("eleven_turbo_v2", 30_000));

    private final ElevenLabsAccount account;
    private final ElevenLabsCatalogueApi api;
    private final VoiceCheck check;
    private final Duration often;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("elevenlabs-catalogue").factory());
    private volatile List<SpeechModel> models = KNOWN;

    ElevenLabsCatalogue(
            ElevenLabsAccount account, ElevenLabsCatalogueApi api, VoiceCheck check, ElevenLabsConfig config) {
        this.account = account;
        this.api = api;
        this.check = check;
        this.often = config.refresh();
    }

    void start(@Observes StartupEvent event) {
        if (missing().isEmpty()) clock.execute(this::keepFresh);
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }

    private void keepFresh() {
        var next = often;
        try {
            if (!refresh() && SOON.compareTo(often) < 0) next = SOON;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException e) {
            LOG.warn("elevenlabs: models and voices were not read", e);
        }
        clock.schedule(this::keepFresh, next.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Reads both lists anew; one that cannot be read stays as it was.
    ///
    /// @return whether both could be read
    boolean refresh() throws InterruptedException {
        return attempt("models", this::readModels) & attempt("voices", check::refresh);
    }

    private interface Reading {
        void run() throws ProviderException, InterruptedException;
    }

    private static boolean attempt(String what, Reading reading) throws InterruptedException {
        try {
            reading.run();
            return true;
        } catch (ProviderException e) {
            LOG.warnf("elevenlabs: %s not read: %s", what, e.getMessage());
            return false;
        }
    }

    private void readModels() throws ProviderException, InterruptedException {
        var listed = api.models().stream()
                .filter(model -> model.canDoTextToSpeech() && model.modelId() != null)
                .map(model -> new SpeechModel(model.modelId(), length(model)))
                .toList();
        if (!listed.isEmpty()) models = listed;
    }

    private static int length(ElevenLabsCataloguePayload.Model model) {
        var listed = model.maximumTextLengthPerRequest();
        return listed != null && listed > 0 ? listed : length(KNOWN, model.modelId());
    }

    private static int length(List<SpeechModel> models, String id) {
        return models.stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .map(SpeechModel::maxTextLength)
                .orElse(CAUTIOUS_LENGTH);
    }

    Optional<String> missing() {
        return account.missing();
    }

    String setup() {
        return account.setup();
    }

    List<SpeechModel> models() {
        return models;
    }

    /// The model that serves who asked for this one: itself unless it is another provider's.
    String model(String wanted) {
        if (wanted == null || wanted.isBlank()) return DEFAULT_MODEL;
        boolean ours = wanted.startsWith("eleven_")
                || models.stream().anyMatch(model -> model.id().equals(wanted));
        return ours ? wanted : DEFAULT_MODEL;
    }

    int maxTextLength(String wanted) {
        return length(models, model(wanted));
    }

    /// @param spoken models it announces
    ProviderCapability capability(Kind kind, int order, List<SpeechModel> spoken) {
        var formats = Stream.of(AudioFormat.values()).map(AudioFormat::json).toList();
        return new ProviderCapability(
                ElevenLabsAccount.NAME, kind, missing().isEmpty(), order, check.voices(), spoken, formats, List.of());
    }
}
