package dev.mediagen.tts.seedvc;

import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.tts.modelserver.ModelRoute;
import dev.mediagen.tts.modelserver.ModelServer;
import dev.mediagen.worker.parts.PartContext;
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

    String setup() {
        return route.setup();
    }

    /// @param source the recording, in the bucket that we share; it is deleted afterwards
    /// @return WAV, 22.05 kHz
    Path convert(StagedAsset source, String voice, PartContext context) throws ProviderException, InterruptedException {
        try {
            return server.make(route, "/convert", new SeedVcConversionPayload(source.key(), voice), context);
        } finally {
            server.discard(source);
        }
    }
}
