package dev.mediagen.tts.makeanaudio;

import dev.mediagen.tts.modelserver.ModelRoute;
import dev.mediagen.tts.modelserver.ModelServer;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;

/// The calls of the Make-An-Audio server.
@ApplicationScoped
class MakeAnAudioSoundEffectApi {
    static final String OUTPUTS = "make-an-audio-outputs/";
    private final ModelServer server;
    private final ModelRoute route;

    MakeAnAudioSoundEffectApi(ModelServer server, MakeAnAudioSoundEffectConfig config) {
        this.server = server;
        this.route = ModelRoute.of(MakeAnAudioSoundEffectProvider.NAME, "MAKE_AN_AUDIO_API_ROUTE", OUTPUTS, config);
    }

    Optional<String> missing() {
        return route.missing();
    }

    String setup() {
        return route.setup();
    }

    /// @return WAV, 16 kHz
    Path generate(String prompt, PartContext context) throws ProviderException, InterruptedException {
        return server.make(route, "/generate", new MakeAnAudioSoundEffectPayload(prompt), context);
    }
}
