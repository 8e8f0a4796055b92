package dev.mediagen.tts.seedvc;

import dev.mediagen.tts.modelserver.ModelServerConfig;
import io.smallrye.config.ConfigMapping;

/// `SEED_VC_API_ROUTE` and `BACKEND_API_KEY`.
@ConfigMapping(prefix = "media.seedvc")
interface SeedVcConversionConfig extends ModelServerConfig {}
