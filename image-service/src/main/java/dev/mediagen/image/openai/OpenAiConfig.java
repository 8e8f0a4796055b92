package dev.mediagen.image.openai;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/// OpenAI, or a server that speaks its language.
@ConfigMapping(prefix = "media.openai")
interface OpenAiConfig {
    String OFFICIAL = "https://api.openai.com/v1";

    /// `OPENAI_API_KEY`. Servers of our own may do without.
    Optional<String> apiKey();

    /// `OPENAI_BASE_URL`, the version's path included.
    @WithDefault(OFFICIAL)
    String baseUrl();

    /// `openai`, `kokoro`, `speaches` or `localai`.
    @WithDefault("openai")
    Flavor flavor();
}
