package dev.mediagen.tts.makeanaudio;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.SoundEffectRequested;
import dev.mediagen.tts.Sound;
import dev.mediagen.tts.SoundEffectProvider;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes sounds with a Make-An-Audio server of our own. It knows one length only, about 10 s; how exactly it keeps to
/// that is the server's matter, and the measured length is what results report.
@ApplicationScoped
class MakeAnAudioSoundEffectProvider implements SoundEffectProvider {
    static final String NAME = "make-an-audio";
    private static final double SECONDS = 10;
    private final MakeAnAudioSoundEffectApi api;

    MakeAnAudioSoundEffectProvider(MakeAnAudioSoundEffectApi api) {
        this.api = api;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> missing() {
        return api.missing();
    }

    @Override
    public String setup() {
        return api.setup();
    }

    @Override
    public ProviderCapability capability(int order) {
        var formats = Stream.of(AudioFormat.values()).map(AudioFormat::json).toList();
        return new ProviderCapability(
                NAME,
                Kind.SOUND_EFFECT,
                missing().isEmpty(),
                order,
                List.of(),
                List.of(),
                formats,
                List.of(),
                SECONDS,
                SECONDS);
    }

    @Override
    public Sound make(SoundEffectRequested request, PartContext context)
            throws ProviderException, InterruptedException {
        var audio = api.generate(request.prompt(), context);
        return new Sound(audio, false, null, MakeAnAudioSoundEffectApi.OUTPUTS, warnings(request.durationSeconds()));
    }

    private static List<String> warnings(double wished) {
        if (wished == SECONDS) return List.of();
        return List.of(String.format(Locale.ROOT, "%s: makes about %.0f s, not %.1f s", NAME, SECONDS, wished));
    }
}
