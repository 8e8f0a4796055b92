package dev.mediagen.image.openai;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// Whether and how a chat model writes prompts.
@ConfigMapping(prefix = "media.openai")
interface OpenAiPromptConfig {
    /// None: this server writes no prompts.
    Optional<String> chatModel();

    /// How long one call may take.
    @WithDefault("60s")
    Duration chatLimit();
}
