package dev.mediagen.gateway.voices;

import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.ProviderVoice;
import dev.mediagen.contracts.Voice;
import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.gateway.catalog.Capabilities;
import dev.mediagen.gateway.catalog.Providers.Choice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether a voice can be asked for: the caller's own of that name, then the configured and the providers' (C-08 of
/// the requirements), then any provider id.
@ApplicationScoped
public class Voices {
    /// Every provider has somebody for it.
    public static final String DEFAULT = "Aria";

    /// A provider's own id passes through; ElevenLabs' have 20 letters and digits.
    private static final Pattern PROVIDER_ID = Pattern.compile("[A-Za-z0-9]{20}");

    private final Capabilities capabilities;
    private final OwnVoices own;

    Voices(Capabilities capabilities, OwnVoices own) {
        this.capabilities = capabilities;
        this.own = own;
    }

    private record At(String provider, Voice voice) {
        /// A clone on an account that all share is not everybody's.
        boolean ofAccount() {
            return voice.type().equals("Account");
        }

        boolean retired() {
            return Boolean.TRUE.equals(voice.retired());
        }
    }

    private static ProblemException reserved(String field) {
        return notFound(field, "is a voice of the provider's account; register it as one of your own to use it");
    }

    /// Refuses what nobody who may serve can speak with, before anything is recorded.
    ///
    /// @return what the caller's own voice is called at its providers; null when the voice is not the caller's own
    /// @throws ProblemException 400 VOICE_NOT_FOUND or VOICE_NOT_CONFIGURED naming `field`
    public List<ProviderVoice> check(Caller caller, String field, String voice, Choice choice) {
        var mine = own.find(caller, voice);
        if (mine.isPresent()) return equivalents(field, mine.get(), choice);
        if (choice.only() != null && !choice.candidates().contains(choice.only())) checkService(field, voice, choice);
        var known = named(voice, choice.candidates(), choice.kind()).toList();
        if (known.stream()
                .anyMatch(v -> !v.retired() && !v.ofAccount() && v.voice().id() != null)) return null;
        refuse(field, voice, known);
        boolean passes = voice.strip().equalsIgnoreCase(DEFAULT)
                || PROVIDER_ID.matcher(voice).matches() && takesProviderIds(choice);
        if (!passes) throw notFound(field, unknown(voice, choice));
        return null;
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

    /// @throws ProblemException 400 naming the first that neither speaks nor converts here
    void checkProviders(List<String> names) {
        var known = Stream.of(capabilities.required(Kind.SPEECH), capabilities.of(Kind.CONVERSION))
                .flatMap(List::stream)
                .map(ProviderCapability::provider)
                .distinct()
                .toList();
        for (int i = 0; i < names.size(); i++)
            if (!known.contains(names.get(i)))
                throw ProblemException.invalid(
                        "voices[%d].provider".formatted(i), "must be one of " + String.join(", ", known));
    }

    private static List<ProviderVoice> equivalents(String field, OwnVoice voice, Choice choice) {
        var candidates =
                choice.candidates().stream().map(ProviderCapability::provider).toList();
        if (voice.voices().stream().noneMatch(v -> candidates.contains(v.provider())))
            throw notFound(field, "is a voice of yours without an equivalent at " + String.join(", ", candidates));
        return voice.voices();
    }

    /// Voices that are known, but of no use.
    private static void refuse(String field, String voice, List<At> known) {
        if (known.isEmpty()) return;
        if (known.stream().anyMatch(At::ofAccount)) throw reserved(field);
        if (known.stream().anyMatch(v -> !v.retired()))
            throw ProblemException.invalid("VOICE_NOT_CONFIGURED", field, "has no provider id configured: " + voice);
        throw notFound(
                field,
                "was retired by " + known.stream().map(At::provider).distinct().collect(Collectors.joining(", ")));
    }

    /// A service that others serve has its own voices all the same.
    private void checkService(String field, String voice, Choice choice) {
        boolean has = voice.strip().equalsIgnoreCase(DEFAULT)
                || named(voice, List.of(choice.only()), choice.kind()).findAny().isPresent();
        if (!has) throw notFound(field, "is not a voice of " + choice.only().provider());
    }

    private String unknown(String voice, Choice choice) {
        if (choice.only() != null) {
            String asked = choice.only().provider();
            return choice.candidates().contains(choice.only())
                    ? "is not a voice of " + asked
                    : "is a voice of %s, which is not configured here, and of nobody who serves instead"
                            .formatted(asked);
        }
        var others = named(voice, capabilities.of(choice.kind()), choice.kind())
                .map(At::provider)
                .distinct()
                .collect(Collectors.joining(", "));
        return others.isEmpty()
                ? "is not a known voice; GET /api/voices lists them"
                : "is a voice of %s, which serves only when it is named as provider".formatted(others);
    }

    private boolean takesProviderIds(Choice choice) {
        return choice.candidates().stream()
                .flatMap(p -> voices(p, choice.kind()).stream())
                .anyMatch(v -> v.id() != null && PROVIDER_ID.matcher(v.id()).matches());
    }

    private Stream<At> named(String voice, List<ProviderCapability> providers, Kind kind) {
        return providers.stream().flatMap(p -> voices(p, kind).stream()
                .filter(v -> v.name().equalsIgnoreCase(voice.strip()) || voice.equals(v.id()))
                .map(v -> new At(p.provider(), v)));
    }

    /// A provider that does not say with which voices it converts does so with those it speaks with.
    private List<Voice> voices(ProviderCapability provider, Kind kind) {
        if (!provider.voices().isEmpty() || kind == Kind.SPEECH) return provider.voices();
        Optional<ProviderCapability> speaking = capabilities.of(Kind.SPEECH).stream()
                .filter(p -> p.provider().equals(provider.provider()))
                .findFirst();
        return speaking.map(ProviderCapability::voices).orElse(List.of());
    }

    private static ProblemException notFound(String field, String message) {
        return ProblemException.invalid("VOICE_NOT_FOUND", field, message);
    }
}
