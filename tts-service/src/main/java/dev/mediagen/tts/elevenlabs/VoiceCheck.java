package dev.mediagen.tts.elevenlabs;

import dev.mediagen.contracts.Voice;
import dev.mediagen.tts.Voices;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// The configured voices, checked against what ElevenLabs has, and the account's other voices.
@ApplicationScoped
class VoiceCheck {
    private static final Logger LOG = Logger.getLogger(VoiceCheck.class);
    private final ElevenLabsCatalogueApi api;
    private final List<Voice> configured;
    private final boolean enabled;
    private volatile List<Voice> voices;

    VoiceCheck(ElevenLabsCatalogueApi api, Voices voices, ElevenLabsConfig config) {
        this.api = api;
        this.configured = voices.all();
        this.enabled = config.checkVoices();
        this.voices = configured;
    }

    /// The configured first: their names win over the account's.
    List<Voice> voices() {
        return voices;
    }

    /// @throws ProviderException when the account's voices could not be read to the end; nothing changes then
    void refresh() throws ProviderException, InterruptedException {
        var listed =
                api.voices().stream().filter(voice -> voice.voiceId() != null).toList();
        var ids = listed.stream().map(ElevenLabsCataloguePayload.Voice::voiceId).collect(Collectors.toSet());
        var checked = new ArrayList<Voice>();
        for (var voice : configured) checked.add(ids.contains(voice.id()) ? voice : unlisted(voice));
        var known = configured.stream().map(Voice::id).filter(Objects::nonNull).collect(Collectors.toSet());
        var others = listed.stream()
                .filter(voice -> !known.contains(voice.voiceId()))
                .map(voice -> new Voice(
                        Objects.requireNonNullElse(voice.name(), voice.voiceId()), voice.voiceId(), "Account"));
        voices = Stream.concat(checked.stream(), others).toList();
    }

    /// The public library's voices serve without being listed: only what ElevenLabs itself does not know is retired.
    private Voice unlisted(Voice voice) throws InterruptedException {
        if (voice.id() == null || !enabled) return voice;
        try {
            if (!api.gone(voice.id())) return voice;
            LOG.warnf("elevenlabs no longer has the voice %s (%s)", voice.name(), voice.id());
            return new Voice(voice.name(), voice.id(), voice.type(), true);
        } catch (ProviderException e) {
            LOG.warnf("elevenlabs: voice %s not checked: %s", voice.name(), e.getMessage());
            return asBefore(voice);
        }
    }

    private Voice asBefore(Voice voice) {
        return voices.stream()
                .filter(before -> voice.id().equals(before.id()))
                .findFirst()
                .orElse(voice);
    }
}
