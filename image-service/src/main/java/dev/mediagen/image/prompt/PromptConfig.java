package dev.mediagen.image.prompt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.List;

/// Who writes prompts. `MEDIA_PROVIDERS_PROMPT` sets the order.
@ConfigMapping(prefix = "media.providers")
interface PromptConfig {
    /// Names in fallback order. The template always comes last: it cannot be down.
    @WithName("prompt")
    @WithDefault(TemplatePromptProvider.NAME)
    List<String> order();
}
