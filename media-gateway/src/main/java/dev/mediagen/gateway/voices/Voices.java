package dev.mediagen.gateway.voices;

import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.Voice;
import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.gateway.catalog.Capabilities;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/// The voices that can be asked for.
@ApplicationScoped
public class Voices {
    /// A provider's own id passes through; ElevenLabs' have 20 letters and digits.
    private static final Pattern PROVIDER_ID = Pattern.compile("[A-Za-z0-9]{20}");

    private final Capabilities capabilities;

    Voices(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    /// @param providers who can speak with it
    record VoiceView(String name, String id, String type, List<String> providers) {}

    List<VoiceView> all() {
        var byName = new LinkedHashMap<String, VoiceView>();
        for (ProviderCapability provider : capabilities.of(Kind.SPEECH))
            for (Voice voice : provider.voices())
                byName.computeIfAbsent(
                                voice.name(), name -> new VoiceView(name, voice.id(), voice.type(), new ArrayList<>()))
                        .providers()
                        .add(provider.provider());
        return List.copyOf(byName.values());
    }

    /// Refuses what no provider can speak with, before anything is recorded.
    ///
    /// @throws ProblemException 400 VOICE_NOT_FOUND or VOICE_NOT_CONFIGURED naming `field`
    public void check(String field, String voice) {
        var known = capabilities.required(Kind.SPEECH).stream()
                .flatMap(p -> p.voices().stream())
                .toList();
        var named = known.stream()
                .filter(v -> v.name().equalsIgnoreCase(voice.strip()) || voice.equals(v.id()))
                .toList();
        if (named.stream().anyMatch(v -> v.id() != null)) return;
        if (!named.isEmpty())
            throw ProblemException.invalid("VOICE_NOT_CONFIGURED", field, "has no provider id configured: " + voice);
        if (!PROVIDER_ID.matcher(voice).matches())
            throw ProblemException.invalid(
                    "VOICE_NOT_FOUND", field, "is not a known voice; GET /api/voices lists them");
    }

    /// @throws ProblemException 400 when no provider has the model
    public void checkModel(String field, String model) {
        var models = capabilities.required(Kind.SPEECH).stream()
                .flatMap(p -> p.models().stream())
                .map(m -> m.id())
                .distinct()
                .toList();
        if (!models.contains(model))
            throw ProblemException.invalid(field, "must be one of " + String.join(", ", models));
    }
}
