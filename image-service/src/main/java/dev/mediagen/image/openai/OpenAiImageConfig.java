package dev.mediagen.image.openai;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How pictures are made there.
@ConfigMapping(prefix = "media.openai")
interface OpenAiImageConfig {
    /// Absent: `gpt-image-1.5` at OpenAI, elsewhere the server's own choice.
    Optional<String> imageModel();

    /// Sizes the model has. The one nearest in shape is asked for; LocalAI is asked for the very size.
    @WithDefault("1024x1024,1536x1024,1024x1536")
    List<String> imageSizes();

    /// Hosts from which a picture may be fetched over https where the answer only names it; that of the base URL is
    /// always one of them.
    @WithDefault("oaidalleapiprodscus.blob.core.windows.net")
    List<String> mediaHosts();

    /// Whether LocalAI, which filters nothing, may serve requests that want the safety checker.
    @WithDefault("false")
    boolean unfiltered();

    /// How long one call may take.
    @WithDefault("4m")
    Duration imageLimit();
}
