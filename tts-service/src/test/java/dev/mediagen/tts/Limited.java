package dev.mediagen.tts;

import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import java.util.Optional;

/// A provider that takes less text in one call.
record Limited(SpeechProvider voice, int limit) implements SpeechProvider {
    @Override
    public String name() {
        return voice.name();
    }

    @Override
    public Optional<String> missing() {
        return voice.missing();
    }

    @Override
    public ProviderCapability capability(int order) {
        return voice.capability(order);
    }

    @Override
    public int maxTextLength(String modelId) {
        return limit;
    }

    @Override
    public Speech speak(SpeechOrder order, PartContext context) throws ProviderException, InterruptedException {
        return voice.speak(order, context);
    }
}
