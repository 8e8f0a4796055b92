package dev.mediagen.tts.openai;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.SpeechModel;
import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.contracts.Voice;
import dev.mediagen.tts.Speech;
import dev.mediagen.tts.SpeechOrder;
import dev.mediagen.tts.SpeechProvider;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Speaks through OpenAI or a server that speaks its language. Always asks for WAV: the quality of the other formats
/// cannot be chosen there, so whatever came would have to be encoded again, and from WAV nothing is lost twice.
@ApplicationScoped
class OpenAiSpeechProvider implements SpeechProvider {
    private static final String NAME = "openai";
    private static final int MOST_CHARACTERS = 4096;
    private static final String WIRE_FORMAT = "wav";

    private final OpenAiSpeechConfig config;
    private final OpenAiSpeechApi api;
    private final OpenAiCatalogue catalogue;

    OpenAiSpeechProvider(OpenAiSpeechConfig config, OpenAiSpeechApi api, OpenAiCatalogue catalogue) {
        this.config = config;
        this.api = api;
        this.catalogue = catalogue;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> missing() {
        return api.missing();
    }

    @Override
    public String setup() {
        return String.join(
                " ",
                config.baseUrl().replaceFirst("//[^/]*@", "//"),
                config.flavor().name(),
                config.speechModel().orElse(""));
    }

    @Override
    public String effectiveModel(String modelId) {
        return catalogue.model(modelId);
    }

    @Override
    public int maxTextLength(String modelId) {
        return MOST_CHARACTERS;
    }

    @Override
    public ProviderCapability capability(int order) {
        catalogue.refresh();
        var voices = catalogue.voices().stream()
                .map(id -> new Voice(id, id, "Standard"))
                .toList();
        var models = catalogue.models().stream()
                .map(id -> new SpeechModel(id, MOST_CHARACTERS))
                .toList();
        var formats = Stream.of(AudioFormat.values()).map(AudioFormat::json).toList();
        boolean configured = missing().isEmpty();
        return new ProviderCapability(NAME, Kind.SPEECH, configured, order, voices, models, formats, List.of());
    }

    @Override
    public Speech speak(SpeechOrder order, PartContext context) throws ProviderException, InterruptedException {
        var request = order.request();
        var flavor = config.flavor();
        var body = new OpenAiSpeechPayload.Speak(
                catalogue.model(request.modelId()),
                order.text(),
                order.voice().id(),
                WIRE_FORMAT,
                request.speed(),
                flavor.stream(),
                flavor.takesLanguage() ? request.languageCode() : null);
        var file = context.workDir().resolve("openai-" + UUID.randomUUID() + ".wav");
        var answer = api.speak(body, file);
        var warnings = warnings(request, body.model(), flavor);
        return new Speech(file, false, null, OpenAiErrors.requestId(answer), null, warnings, body.model());
    }

    private static List<String> warnings(SpeechRequested request, String model, Flavor flavor) {
        var warnings = new ArrayList<String>();
        if (!model.equals(request.modelId())) warnings.add("openai: spoken by the model " + model);
        var unused = new ArrayList<String>();
        if (request.stability() != 0.5) unused.add("stability");
        if (request.similarityBoost() != 0.75) unused.add("similarityBoost");
        if (request.style() != 0) unused.add("style");
        if (request.useSpeakerBoost() != null) unused.add("useSpeakerBoost");
        if (request.languageCode() != null && !flavor.takesLanguage()) unused.add("languageCode");
        if (request.seed() != null) unused.add("seed");
        if (!unused.isEmpty()) warnings.add("openai: has no " + String.join(", ", unused));
        return List.copyOf(warnings);
    }
}
