package dev.mediagen.tts;

import dev.mediagen.contracts.ConversionRequested;
import dev.mediagen.contracts.ProviderVoice;
import dev.mediagen.contracts.SoundEffectRequested;
import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.worker.cache.CacheKey;
import dev.mediagen.worker.cache.ResultCache;
import dev.mediagen.worker.cache.ResultCache.Making;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.PartResult;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.MediaProvider;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What shapes a sound besides what its request says: who is asked first, and what the voice is called there.
@ApplicationScoped
class SoundCache {
    private final ResultCache cache;
    private final Voices voices;
    private final SpeechConfig config;

    SoundCache(ResultCache cache, Voices voices, SpeechConfig config) {
        this.cache = cache;
        this.voices = voices;
        this.config = config;
    }

    PartResult speech(Speaking speaking, List<SpeechProvider> candidates, Making making)
            throws ProviderException, InterruptedException {
        var request = speaking.request();
        var key = key(request, speaking.text(), candidates);
        return cache.getOrMake(key, request.useCache(), speaking.context(), making);
    }

    PartResult conversion(
            ConversionRequested request, List<ConversionProvider> candidates, PartContext context, Making making)
            throws ProviderException, InterruptedException {
        return cache.getOrMake(key(request, candidates), request.useCache(), context, making);
    }

    PartResult effect(
            SoundEffectRequested request, List<SoundEffectProvider> candidates, PartContext context, Making making)
            throws ProviderException, InterruptedException {
        var first = first(candidates);
        var key = CacheKey.of(request, Map.of("firstProvider", first.name(), "setup", first.setup()));
        return cache.getOrMake(key, request.useCache(), context, making);
    }

    CacheKey key(SpeechRequested request, String text, List<SpeechProvider> candidates) {
        var resolved = resolved(candidates, request.voice(), request.ownVoices());
        var first = first(candidates);
        resolved.put("text", text);
        resolved.put("model", first.effectiveModel(request.modelId()));
        resolved.put(
                "pauses",
                List.of(
                        config.pause().toString(),
                        String.valueOf(config.pauses().get(first.name()))));
        resolved.put(
                "chained",
                config.chained().filter(names -> names.contains(first.name())).isPresent());
        return CacheKey.of(request, resolved);
    }

    CacheKey key(ConversionRequested request, List<ConversionProvider> candidates) {
        return CacheKey.of(request, resolved(candidates, request.voice(), request.ownVoices()));
    }

    private Map<String, Object> resolved(
            List<? extends MediaProvider> candidates, String voice, List<ProviderVoice> own) {
        var first = first(candidates);
        var resolved = new HashMap<String, Object>();
        resolved.put("firstProvider", first.name());
        resolved.put("setup", first.setup());
        resolved.put("voiceId", voiceId(first, voice, own));
        return resolved;
    }

    /// Null when there is none; the making says so to whom it concerns.
    private String voiceId(MediaProvider provider, String voice, List<ProviderVoice> own) {
        try {
            return voices.at(provider, voice, own).id();
        } catch (ProviderException e) {
            return null;
        }
    }

    /// Whoever is to make it unless something fails.
    private static <P extends MediaProvider> P first(List<P> candidates) {
        return candidates.stream()
                .filter(provider -> provider.missing().isEmpty())
                .findFirst()
                .orElseGet(candidates::getFirst);
    }
}
