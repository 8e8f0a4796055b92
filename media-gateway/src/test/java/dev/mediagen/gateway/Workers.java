package dev.mediagen.gateway;

import dev.mediagen.contracts.CapabilitiesAnnounced;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.SpeechModel;
import dev.mediagen.contracts.Voice;
import dev.mediagen.worker.events.EventPublisher;
import java.util.List;

/// What workers say of themselves, said over the real broker.
final class Workers {
    private Workers() {}

    static void announce(EventPublisher publisher) {
        var voices = List.of(
                new Voice("Aria", "fO844Om1VZLpw8IpZj3T", "Custom"),
                new Voice("Roger", "CwhRBWXzGAHq8TQ4Fs17", "Standard"),
                new Voice("LavenderLessons", null, "Custom"));
        var speech = new ProviderCapability(
                "sandbox",
                Kind.SPEECH,
                true,
                0,
                voices,
                List.of(new SpeechModel("eleven_multilingual_v2", 10_000)),
                List.of("mp3", "wav"),
                List.of());
        var prompt = new ProviderCapability(
                "template", Kind.PROMPT, true, 0, List.of(), List.of(), List.of(), List.of("VanGogh", "Monet"));
        publisher.publish("tts-service", new CapabilitiesAnnounced("tts-service", List.of(speech)));
        publisher.publish("image-service", new CapabilitiesAnnounced("image-service", List.of(prompt)));
    }
}
