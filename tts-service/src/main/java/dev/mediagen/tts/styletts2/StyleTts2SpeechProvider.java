package dev.mediagen.tts.styletts2;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.contracts.Voice;
import dev.mediagen.tts.Speech;
import dev.mediagen.tts.SpeechOrder;
import dev.mediagen.tts.SpeechProvider;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Speaks with a StyleTTS2 server of our own: English, two voices, no timings and nothing to adjust.
@ApplicationScoped
class StyleTts2SpeechProvider implements SpeechProvider {
    static final String NAME = "styletts2";
    private static final List<Voice> VOICES =
            Stream.of("andreas", "woman").map(v -> new Voice(v, v, "Standard")).toList();
    private final StyleTts2SpeechApi api;
    private final StyleTts2SpeechConfig config;

    StyleTts2SpeechProvider(StyleTts2SpeechApi api, StyleTts2SpeechConfig config) {
        this.api = api;
        this.config = config;
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
        return api.setup();
    }

    @Override
    public int maxTextLength(String modelId) {
        return config.maxTextLength();
    }

    @Override
    public ProviderCapability capability(int order) {
        var formats = Stream.of(AudioFormat.values()).map(AudioFormat::json).toList();
        return new ProviderCapability(
                NAME, Kind.SPEECH, missing().isEmpty(), order, VOICES, List.of(), formats, List.of());
    }

    @Override
    public Speech speak(SpeechOrder order, PartContext context) throws ProviderException, InterruptedException {
        // the server would answer 500 as if it had broken down
        if (order.text().isBlank())
            throw new ProviderException(FailureCode.INVALID_REQUEST, NAME + " cannot speak a text without words");
        var audio = api.generate(order.text(), order.voice().id(), context);
        return new Speech(audio, false, null, null, StyleTts2SpeechApi.OUTPUTS, warnings(order.request()), NAME);
    }

    private static List<String> warnings(SpeechRequested request) {
        var asked = new LinkedHashMap<String, Boolean>();
        asked.put("modelId", !"eleven_multilingual_v2".equals(request.modelId()));
        asked.put("stability", request.stability() != 0.5);
        asked.put("similarityBoost", request.similarityBoost() != 0.75);
        asked.put("style", request.style() != 0);
        asked.put("speed", request.speed() != 1);
        asked.put("useSpeakerBoost", request.useSpeakerBoost() != null);
        asked.put("languageCode", !isEnglish(request.languageCode()));
        asked.put("seed", request.seed() != null);
        var ignored = asked.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
        return ignored.isEmpty() ? List.of() : List.of(NAME + ": has no " + String.join(", ", ignored));
    }

    private static boolean isEnglish(String languageCode) {
        return languageCode == null || languageCode.toLowerCase(Locale.ROOT).startsWith("en");
    }
}
