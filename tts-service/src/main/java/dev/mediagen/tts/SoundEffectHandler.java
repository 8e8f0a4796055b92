package dev.mediagen.tts;

import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.SoundEffectProduced;
import dev.mediagen.contracts.SoundEffectRequested;
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
import java.util.List;

/// Serves `sound-effect-requested`.
@ApplicationScoped
class SoundEffectHandler implements PartHandler<SoundEffectRequested> {
    private final ProviderOrder<SoundEffectProvider> order;
    private final Fallback fallback;
    private final ProviderCalls calls;
    private final SoundCache cache;

    SoundEffectHandler(
            @Any Instance<SoundEffectProvider> providers,
            ProvidersConfig config,
            Fallback fallback,
            ProviderCalls calls,
            SoundCache cache) {
        this.order = new ProviderOrder<>(
                "media.providers.sound-effect", providers.stream().toList(), config.soundEffect());
        this.fallback = fallback;
        this.calls = calls;
        this.cache = cache;
    }

    @Override
    public Class<SoundEffectRequested> requestType() {
        return SoundEffectRequested.class;
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
    public PartResult make(SoundEffectRequested request, PartContext context)
            throws ProviderException, InterruptedException {
        var candidates = order.candidates(request.provider(), request.service());
        return cache.effect(request, candidates, context, () -> make(request, candidates, context));
    }

    private PartResult make(SoundEffectRequested request, List<SoundEffectProvider> candidates, PartContext context)
            throws ProviderException, InterruptedException {
        context.progress(10, "making the sound");
        var served = fallback.serve(candidates, provider -> make(provider, request, context));
        return MadeSound.result(
                served,
                request.format(),
                context,
                (made, noVoice) -> new SoundEffectProduced(
                        made.audio().duration(),
                        request.prompt(),
                        made.modelId(),
                        request.format(),
                        request.quality()));
    }

    private MadeSound make(SoundEffectProvider provider, SoundEffectRequested request, PartContext context)
            throws ProviderException, InterruptedException {
        var sound = calls.call(provider.name(), null, context, () -> provider.make(request, context));
        var heard = AudioCheck.effect(sound.audio());
        return MadeSound.of(sound, heard, null, request.format(), request.quality(), context.workDir());
    }
}
