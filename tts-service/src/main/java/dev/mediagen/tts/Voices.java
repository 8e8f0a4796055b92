package dev.mediagen.tts;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.Voice;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// The voices of the configuration. Names are matched without regard to case; ids pass as they are.
@ApplicationScoped
public class Voices {
    private static final String DEFAULT = "Aria";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{15,64}");
    private final List<Voice> configured;

    @Inject
    Voices(VoicesConfig config) {
        this(config.byName().entrySet().stream()
                .map(entry -> new Voice(
                        entry.getKey(),
                        entry.getValue().id().orElse(null),
                        entry.getValue().type()))
                .toList());
    }

    /// @param configured in any order
    public Voices(List<Voice> configured) {
        this.configured =
                configured.stream().sorted(Comparator.comparing(Voice::name)).toList();
    }

    /// By name; those without an id are known but not usable.
    public List<Voice> all() {
        return configured;
    }

    /// @param wanted name, id, or null for the default
    /// @throws ProviderException INVALID_REQUEST when it is neither a known name nor looks like an id
    public Voice resolve(String wanted) throws ProviderException {
        var key = wanted == null || wanted.isBlank() ? DEFAULT : wanted.strip();
        for (var voice : configured) {
            if (voice.name().equalsIgnoreCase(key)) return usable(voice);
        }
        for (var voice : configured) {
            if (key.equals(voice.id())) return voice;
        }
        if (ID.matcher(key).matches()) return new Voice(key, key, "Custom");
        throw new ProviderException(FailureCode.INVALID_REQUEST, "there is no voice named " + key);
    }

    private static Voice usable(Voice voice) throws ProviderException {
        if (voice.id() != null) return voice;
        throw new ProviderException(
                FailureCode.INVALID_REQUEST, "the voice " + voice.name() + " has no id configured yet");
    }
}
