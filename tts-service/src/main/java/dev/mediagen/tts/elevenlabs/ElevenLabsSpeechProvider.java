package dev.mediagen.tts.elevenlabs;

import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
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

/// Speaks with ElevenLabs: audio and the time of every character come from the same call.
@ApplicationScoped
class ElevenLabsSpeechProvider implements SpeechProvider {
    private final ElevenLabsSpeechApi api;
    private final ElevenLabsCatalogue catalogue;
    private final OutputFormats formats;
    private final Stitching stitching;

    ElevenLabsSpeechProvider(
            ElevenLabsSpeechApi api, ElevenLabsCatalogue catalogue, OutputFormats formats, Stitching stitching) {
        this.api = api;
        this.catalogue = catalogue;
        this.formats = formats;
        this.stitching = stitching;
    }

    @Override
    public String name() {
        return ElevenLabsAccount.NAME;
    }

    @Override
    public Optional<String> missing() {
        return catalogue.missing();
    }

    @Override
    public int maxTextLength(String modelId) {
        return catalogue.maxTextLength(modelId);
    }

    @Override
    public ProviderCapability capability(int order) {
        return catalogue.capability(Kind.SPEECH, order, catalogue.models());
    }

    @Override
    public Speech speak(SpeechOrder order, PartContext context) throws ProviderException, InterruptedException {
        var request = order.request();
        var model = catalogue.model(request.modelId());
        var previousIds = stitching.ids(order, model);
        var phrasing = Phrasing.of(order, model, previousIds);
        var warnings = new ArrayList<>(phrasing.warnings());
        if (!model.equals(request.modelId()) && request.modelId() != null)
            warnings.add("elevenlabs: has no model %s, spoken by %s".formatted(request.modelId(), model));

        var json = context.workDir().resolve("elevenlabs-" + UUID.randomUUID() + ".json");
        var made = formats.first(
                wished(order),
                format -> stitching.observe(
                        previousIds, api.withTimestamps(order.voice().id(), phrasing.body(), format, json)));
        warnings.addAll(made.warnings());

        var spoken = SpokenAnswer.read(json, json.resolveSibling(json.getFileName() + ".audio"));
        var audio = AudioFile.of(spoken.audio(), made.format(), request.format());
        var timings = spoken.timings(order.text());
        if (timings == null) warnings.add("elevenlabs: gave no timings that fit the text");
        var requestId = ElevenLabsAccount.requestId(made.answer());
        return new Speech(audio.path(), audio.asAsked(), timings, requestId, null, List.copyOf(warnings));
    }

    private static List<OutputFormat> wished(SpeechOrder order) {
        var request = order.request();
        return order.chunked()
                ? OutputFormat.chunk(request.format(), request.quality())
                : OutputFormat.voice(request.format(), request.quality());
    }
}
