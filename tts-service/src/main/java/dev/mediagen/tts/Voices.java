package dev.mediagen.tts;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ProviderVoice;
import dev.mediagen.contracts.Voice;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.MediaProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The voices of the configuration, and what they are called at each provider. Names are matched without regard to
/// case; ids pass as they are.
@ApplicationScoped
public class Voices {
    private static final String DEFAULT = "Aria";
    private static final String ACCOUNT = "Account";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{20}");
    private final List<Voice> configured;
    private final Map<String, Map<String, String>> equivalents;

    @Inject
    Voices(VoicesConfig config) {
        this(
                config.byName().entrySet().stream()
                        .map(entry -> new Voice(
                                entry.getKey(),
                                entry.getValue().id().orElse(null),
                                entry.getValue().type()))
                        .toList(),
                equivalents(config));
    }

    /// @param configured in any order
    /// @param equivalents by voice name, then by provider
    public Voices(List<Voice> configured, Map<String, Map<String, String>> equivalents) {
        this.configured =
                configured.stream().sorted(Comparator.comparing(Voice::name)).toList();
        this.equivalents = equivalents;
    }

    private static Map<String, Map<String, String>> equivalents(VoicesConfig config) {
        var all = new LinkedHashMap<String, Map<String, String>>();
        config.byName().forEach((name, entry) -> all.put(name, Map.copyOf(entry.equivalents())));
        return all;
    }

    /// By name; those without an id are known but not usable.
    public List<Voice> all() {
        return configured;
    }

    /// Who speaks for a voice at a provider: the caller's own voice, the provider's voice of that name or id unless
    /// it is retired, the configured equivalent, the id itself. A voice that only the provider's
    /// account lists speaks for nobody else than its owner.
    ///
    /// @param wanted name, id, or null for the default
    /// @param own the caller's own voice's ids, or null
    /// @return with the provider's own id, under the name that was asked for
    /// @throws ProviderException VOICE_NOT_FOUND when the provider has nobody for it
    public Voice at(MediaProvider provider, String wanted, List<ProviderVoice> own) throws ProviderException {
        var key = wanted == null || wanted.isBlank() ? DEFAULT : wanted.strip();
        if (own != null) {
            for (var voice : own)
                if (voice.provider().equals(provider.name())) return new Voice(key, voice.voiceId(), "Custom");
        }
        var announced = announced(provider, key);
        if (announced.filter(voice -> ofAccount(voice, provider.name())).isPresent()) throw nobody(provider, key);
        if (announced.filter(Voices::speaks).isPresent()) return announced.get();
        var house = resolve(key);
        var substitute = equivalent(house, provider.name());
        if (substitute.isPresent()) return new Voice(house.name(), substitute.get(), house.type());
        if (announced.isPresent()) return usable(announced.get());
        if (key.equals(house.id()) && takesIds(provider)) return house;
        throw nobody(provider, key);
    }

    private static ProviderException nobody(MediaProvider provider, String key) {
        return new ProviderException(
                FailureCode.VOICE_NOT_FOUND, "%s has no voice for %s".formatted(provider.name(), key));
    }

    /// A voice that only the provider's account lists may be somebody's clone. Whoever it belongs to has it among
    /// the own voices; to all it belongs once the configuration names it.
    private boolean ofAccount(Voice voice, String provider) {
        return ACCOUNT.equals(voice.type())
                && configured.stream().noneMatch(house -> voice.id().equals(house.id()))
                && equivalents.values().stream().noneMatch(there -> voice.id().equals(there.get(provider)));
    }

    private static Optional<Voice> announced(MediaProvider provider, String key) {
        return provider.capability(0).voices().stream()
                .filter(voice -> voice.name().equalsIgnoreCase(key) || key.equals(voice.id()))
                .findFirst();
    }

    private static boolean speaks(Voice voice) {
        return voice.id() != null && !Boolean.TRUE.equals(voice.retired());
    }

    /// Ids of voices that a provider does not list pass where ids of that form are listed.
    private static boolean takesIds(MediaProvider provider) {
        return provider.capability(0).voices().stream()
                .anyMatch(voice -> voice.id() != null && ID.matcher(voice.id()).matches());
    }

    private Optional<String> equivalent(Voice house, String provider) {
        return Optional.ofNullable(
                equivalents.getOrDefault(house.name(), Map.of()).get(provider));
    }

    /// @param wanted name, id, or null for the default
    /// @throws ProviderException VOICE_NOT_FOUND when it is neither a known name nor looks like an id
    public Voice resolve(String wanted) throws ProviderException {
        var key = wanted == null || wanted.isBlank() ? DEFAULT : wanted.strip();
        for (var voice : configured) {
            if (voice.name().equalsIgnoreCase(key)) return usable(voice);
        }
        for (var voice : configured) {
            if (key.equals(voice.id())) return voice;
        }
        if (ID.matcher(key).matches()) return new Voice(key, key, "Custom");
        throw new ProviderException(FailureCode.VOICE_NOT_FOUND, "there is no voice named " + key);
    }

    private static Voice usable(Voice voice) throws ProviderException {
        if (Boolean.TRUE.equals(voice.retired()))
            throw new ProviderException(
                    FailureCode.VOICE_NOT_FOUND, "the provider no longer has the voice " + voice.name());
        if (voice.id() != null) return voice;
        throw new ProviderException(
                FailureCode.VOICE_NOT_FOUND, "the voice " + voice.name() + " has no id configured yet");
    }
}
