package dev.mediagen.tts.styletts2;

import dev.mediagen.tts.modelserver.ModelRoute;
import dev.mediagen.tts.modelserver.ModelServer;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;

/// The calls of the StyleTTS2 server.
@ApplicationScoped
class StyleTts2SpeechApi {
    static final String OUTPUTS = "styletts2-output/";
    private final ModelServer server;
    private final ModelRoute route;

    StyleTts2SpeechApi(ModelServer server, StyleTts2SpeechConfig config) {
        this.server = server;
        this.route = ModelRoute.of(StyleTts2SpeechProvider.NAME, "STYLETTS2_API_ROUTE", OUTPUTS, config);
    }

    Optional<String> missing() {
        return route.missing();
    }

    String setup() {
        return route.setup();
    }

    /// @return WAV, 24 kHz
    Path generate(String text, String voice, PartContext context) throws ProviderException, InterruptedException {
        return server.make(route, "/generate", new StyleTts2SpeechPayload(text, voice), context);
    }
}
