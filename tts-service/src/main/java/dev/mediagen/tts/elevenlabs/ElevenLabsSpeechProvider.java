package dev.mediagen.tts.elevenlabs;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.tts.Speech;
import dev.mediagen.tts.SpeechOrder;
import dev.mediagen.tts.SpeechProvider;
import dev.mediagen.worker.http.OutboundAnswer;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

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
    public String setup() {
        return catalogue.setup();
    }

    @Override
    public String effectiveModel(String modelId) {
        return catalogue.model(modelId);
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
        var phrase = Phrase.of(order, catalogue, stitching);
        var json = file(context, "json");
        var made = formats.first(
                wished(order),
                format -> phrase.observe(
                        stitching, api.withTimestamps(order.voice().id(), phrase.body(), format, json)));
        var spoken = SpokenAnswer.read(json, json.resolveSibling(json.getFileName() + ".audio"));
        return speech(spoken, made, phrase, order);
    }

    /// wav does not come as a stream.
    @Override
    public Speech speak(SpeechOrder order, PartContext context, Consumer<byte[]> live)
            throws ProviderException, InterruptedException {
        var request = order.request();
        if (request.format() == AudioFormat.WAV) return speak(order, context);
        var phrase = Phrase.of(order, catalogue, stitching);
        try (var streamed = new StreamedAnswer(file(context, "audio"), live)) {
            var made = formats.first(
                    OutputFormat.stream(request.format(), request.quality()),
                    format -> phrase.observe(
                            stitching,
                            streamed.of(consumer ->
                                    api.streamWithTimestamps(order.voice().id(), phrase.body(), format, consumer))));
            return speech(streamed.spoken(), made, phrase, order);
        }
    }

    private static Path file(PartContext context, String extension) {
        return context.workDir().resolve("elevenlabs-%s.%s".formatted(UUID.randomUUID(), extension));
    }

    private static Speech speech(SpokenAnswer spoken, OutputFormats.Made made, Phrase phrase, SpeechOrder order)
            throws ProviderException {
        var warnings = new ArrayList<>(phrase.warnings());
        warnings.addAll(made.warnings());
        var audio = AudioFile.of(spoken.audio(), made.format(), order.request().format());
        var timings = spoken.timings(order.text());
        if (timings == null) warnings.add("elevenlabs: gave no timings that fit the text");
        var requestId = ElevenLabsAccount.requestId(made.answer());
        var model = phrase.body().modelId();
        return new Speech(audio.path(), audio.asAsked(), timings, requestId, null, List.copyOf(warnings), model);
    }

    /// What is sent, and which calls before it refers to.
    private record Phrase(ElevenLabsSpeechPayload.Body body, List<String> previousIds, List<String> warnings) {
        static Phrase of(SpeechOrder order, ElevenLabsCatalogue catalogue, Stitching stitching) {
            var wished = order.request().modelId();
            var model = catalogue.model(wished);
            var previousIds = stitching.ids(order, model);
            var phrasing = Phrasing.of(order, model, previousIds);
            var warnings = new ArrayList<>(phrasing.warnings());
            if (!model.equals(wished) && wished != null)
                warnings.add("elevenlabs: has no model %s, spoken by %s".formatted(wished, model));
            return new Phrase(phrasing.body(), previousIds, warnings);
        }

        OutboundAnswer observe(Stitching stitching, OutboundAnswer answer) {
            return stitching.observe(previousIds, answer);
        }
    }

    private static List<OutputFormat> wished(SpeechOrder order) {
        var request = order.request();
        return order.chunked()
                ? OutputFormat.chunk(request.format(), request.quality())
                : OutputFormat.voice(request.format(), request.quality());
    }
}
