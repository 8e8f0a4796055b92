package dev.mediagen.tts;

import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.SpeechProduced;
import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.PartHandler;
import dev.mediagen.worker.parts.PartResult;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Serves `speech-requested`.
@ApplicationScoped
class SpeechHandler implements PartHandler<SpeechRequested> {
    private final List<SpeechProvider> inOrder;

    @Inject
    SpeechHandler(@Any Instance<SpeechProvider> providers, ProvidersConfig config) {
        this(providers.stream().toList(), config.speech());
    }

    SpeechHandler(List<SpeechProvider> providers, List<String> order) {
        this.inOrder = order.stream()
                .map(name -> named(providers, name)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "media.providers.speech names an unknown provider: " + name)))
                .toList();
    }

    @Override
    public Class<SpeechRequested> requestType() {
        return SpeechRequested.class;
    }

    @Override
    public List<ProviderCapability> capabilities() {
        var all = new ArrayList<ProviderCapability>();
        for (var provider : inOrder) all.add(provider.capability(all.size()));
        return all;
    }

    @Override
    public PartResult make(SpeechRequested request, PartContext context)
            throws ProviderException, InterruptedException {
        var text = context.text(request.text());
        var provider = choose(request);
        context.progress(10, "speaking");
        var speech = speak(provider, request, text, context);
        context.progress(80, "spoken");
        var format = request.format();
        var audio = context.stage(speech.audio(), format.extension(), format.mediaType());
        var timings = request.alignment() && speech.timings() != null ? stageTimings(speech, context) : null;
        context.progress(95, "staged");
        var produced = new SpeechProduced(
                speech.duration(),
                speech.voiceId(),
                speech.voiceName(),
                speech.modelId(),
                format,
                request.quality(),
                timings);
        return new PartResult(
                audio, Map.of(), produced, provider.name(), false, false, true, List.copyOf(speech.warnings()));
    }

    private static Speech speak(SpeechProvider provider, SpeechRequested request, String text, PartContext context)
            throws ProviderException, InterruptedException {
        try {
            var speech = provider.speak(request, text, context.workDir());
            AudioCheck.check(speech);
            return speech;
        } catch (ProviderException e) {
            throw e.by(provider.name());
        }
    }

    /// The one asked for, else the first that has what it needs.
    private SpeechProvider choose(SpeechRequested request) throws ProviderException {
        if (request.provider() != null) {
            return named(inOrder, request.provider())
                    .orElseThrow(() -> new ProviderException(
                            FailureCode.INVALID_REQUEST, "there is no speech provider named " + request.provider()));
        }
        for (var provider : inOrder) {
            if (provider.capability(0).configured()) return provider;
        }
        throw new ProviderException(FailureCode.API_KEY_MISSING, "no speech provider is configured");
    }

    private static Optional<SpeechProvider> named(List<SpeechProvider> providers, String name) {
        return providers.stream()
                .filter(provider -> provider.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    private static StagedAsset stageTimings(Speech speech, PartContext context)
            throws ProviderException, InterruptedException {
        var file = context.workDir().resolve("timings.json");
        try {
            ContractJson.mapper().writeValue(file.toFile(), speech.timings());
        } catch (IOException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "the timings could not be written", e);
        }
        return context.stage(file, "json", "application/json");
    }
}
