package dev.mediagen.tts;

import dev.mediagen.contracts.ConversionProduced;
import dev.mediagen.contracts.ConversionRequested;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.PartHandler;
import dev.mediagen.worker.parts.PartResult;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.Fallback;
import dev.mediagen.worker.providers.ProviderCalls;
import dev.mediagen.worker.providers.ProviderOrder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;

/// Serves `conversion-requested`.
@ApplicationScoped
class ConversionHandler implements PartHandler<ConversionRequested> {
    private final ProviderOrder<ConversionProvider> order;
    private final Fallback fallback;
    private final ProviderCalls calls;
    private final Voices voices;
    private final SoundCache cache;

    @Inject
    ConversionHandler(
            @Any Instance<ConversionProvider> providers,
            ProvidersConfig config,
            Fallback fallback,
            ProviderCalls calls,
            Voices voices,
            SoundCache cache) {
        this(
                new ProviderOrder<>(
                        "media.providers.conversion", providers.stream().toList(), config.conversion()),
                fallback,
                calls,
                voices,
                cache);
    }

    ConversionHandler(
            ProviderOrder<ConversionProvider> order,
            Fallback fallback,
            ProviderCalls calls,
            Voices voices,
            SoundCache cache) {
        this.order = order;
        this.fallback = fallback;
        this.calls = calls;
        this.voices = voices;
        this.cache = cache;
    }

    @Override
    public Class<ConversionRequested> requestType() {
        return ConversionRequested.class;
    }

    @Override
    public Part part() {
        return Part.AUDIO;
    }

    @Override
    public List<ProviderCapability> capabilities() {
        return order.capabilities();
    }

    @Override
    public PartResult make(ConversionRequested request, PartContext context)
            throws ProviderException, InterruptedException {
        var candidates = order.candidates(request.provider(), request.service());
        // an upload that is gone is its own request's failure, not that of all equal ones
        var source = context.fetch(request.source());
        return cache.conversion(request, candidates, context, () -> convert(request, candidates, source, context));
    }

    private PartResult convert(
            ConversionRequested request, List<ConversionProvider> candidates, Path source, PartContext context)
            throws ProviderException, InterruptedException {
        double seconds = AudioCheck.source(source, request.source().key()).duration();
        context.progress(10, "converting");
        var served = fallback.serve(candidates, provider -> convert(provider, request, source, seconds, context));
        return MadeSound.result(
                served,
                request.format(),
                context,
                (made, voice) -> new ConversionProduced(
                        made.audio().duration(),
                        voice.id(),
                        voice.name(),
                        made.modelId(),
                        request.format(),
                        request.quality()));
    }

    private MadeSound convert(
            ConversionProvider provider, ConversionRequested request, Path source, double seconds, PartContext context)
            throws ProviderException, InterruptedException {
        var voice = voices.at(provider, request.voice(), request.ownVoices());
        var sound = calls.call(provider.name(), null, context, () -> provider.convert(request, source, voice, context));
        var heard = AudioCheck.conversion(sound.audio(), seconds);
        return MadeSound.of(sound, heard, voice, request.format(), request.quality(), context.workDir());
    }
}
