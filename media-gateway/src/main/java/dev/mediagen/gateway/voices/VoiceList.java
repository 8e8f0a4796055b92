package dev.mediagen.gateway.voices;

import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.ProviderVoice;
import dev.mediagen.contracts.Voice;
import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.catalog.Capabilities;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/// The voices as callers see them.
@ApplicationScoped
class VoiceList {
    private static final String ACCOUNT = "Account";
    private final Capabilities capabilities;
    private final OwnVoices own;

    VoiceList(Capabilities capabilities, OwnVoices own) {
        this.capabilities = capabilities;
        this.own = own;
    }

    /// The caller's own, then those of the configuration. An own voice hides another of its name, as it does in a
    /// request.
    List<VoiceView> all(Caller caller) {
        var mine = own.of(caller);
        var hidden = mine.stream().map(OwnVoice::nameKey).toList();
        var others = merged(
                (provider, voice) -> !voice.type().equals(ACCOUNT) && !hidden.contains(OwnVoice.key(voice.name())));
        return Stream.concat(mine.stream().map(VoiceList::view), others.stream())
                .toList();
    }

    /// What the providers' accounts list, and the configured voices of those providers.
    List<VoiceView> account() {
        return merged((provider, voice) ->
                provider.voices().stream().anyMatch(v -> v.type().equals(ACCOUNT) || v.retired() != null));
    }

    static VoiceView view(OwnVoice voice) {
        var providers =
                voice.voices().stream().map(ProviderVoice::provider).distinct().toList();
        return new VoiceView(voice.name(), voice.id(), "Custom", providers, null);
    }

    private List<VoiceView> merged(BiPredicate<ProviderCapability, Voice> wanted) {
        var byName = new LinkedHashMap<String, VoiceView>();
        for (Kind kind : List.of(Kind.SPEECH, Kind.CONVERSION))
            for (ProviderCapability provider : capabilities.of(kind))
                for (Voice voice : provider.voices())
                    if (wanted.test(provider, voice))
                        byName.merge(voice.name().toLowerCase(Locale.ROOT), view(provider, voice), VoiceList::both);
        return List.copyOf(byName.values());
    }

    private static VoiceView view(ProviderCapability provider, Voice voice) {
        return new VoiceView(voice.name(), voice.id(), voice.type(), List.of(provider.provider()), voice.retired());
    }

    /// The first provider's id counts, unless it has none; retired is what nobody has any more.
    private static VoiceView both(VoiceView first, VoiceView second) {
        var providers = new ArrayList<>(first.providers());
        second.providers().stream().filter(p -> !providers.contains(p)).forEach(providers::add);
        boolean useSecond = first.id() == null || first.retired() != null && second.retired() == null;
        var shown = useSecond ? second : first;
        return new VoiceView(first.name(), shown.id(), first.type(), List.copyOf(providers), shown.retired());
    }
}
