package dev.mediagen.tts;

import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.ProviderCalls;
import jakarta.enterprise.context.ApplicationScoped;

/// Lets one provider speak a whole text: in as many calls as its limit needs, joined, checked and encoded.
@ApplicationScoped
class Speaker {
    private final Voices voices;
    private final ProviderCalls calls;

    Speaker(Voices voices, ProviderCalls calls) {
        this.voices = voices;
        this.calls = calls;
    }

    Spoken speak(SpeechProvider provider, SpeechRequested request, String text, PartContext context)
            throws ProviderException, InterruptedException {
        var voice = voices.at(provider, request.voice(), request.ownVoices());
        var order = SpeechOrder.whole(request, text, voice);
        var speech = calls.call(provider.name(), request.modelId(), context, () -> provider.speak(order, context));
        var audio = FinishedAudio.of(
                speech.audio(), speech.asAsked(), request.format(), request.quality(), context.workDir());
        return new Spoken(
                audio.file(), audio.duration(), speech.timings(), voice, speech.keepUnder(), speech.warnings());
    }
}
