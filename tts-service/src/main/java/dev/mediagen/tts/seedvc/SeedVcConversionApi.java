package dev.mediagen.tts.seedvc;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.tts.modelserver.ModelRoute;
import dev.mediagen.tts.modelserver.ModelServer;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;

/// The calls of the Seed-VC server.
@ApplicationScoped
class SeedVcConversionApi {
    static final String OUTPUTS = "seedvc-outputs/";
    private final ModelServer server;
    private final ModelRoute route;

    SeedVcConversionApi(ModelServer server, SeedVcConversionConfig config) {
        this.server = server;
        this.route = ModelRoute.of(SeedVcConversionProvider.NAME, "SEED_VC_API_ROUTE", OUTPUTS, config);
    }

    Optional<String> missing() {
        return route.missing();
    }

    /// @param source key of the recording
    /// @return WAV, 22.05 kHz
    Path convert(String source, String voice, Path workDir) throws ProviderException, InterruptedException {
        // of a missing recording the server says 500, as if another try made sense
        if (!server.has(source))
            throw new ProviderException(FailureCode.INVALID_REQUEST, "the recording is no longer there");
        return server.make(route, "/convert", new SeedVcConversionPayload(source, voice), workDir);
    }
}
