package dev.mediagen.tts.openai;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// OpenAI, or a server that speaks its language.
@ConfigMapping(prefix = "media.openai")
interface OpenAiSpeechConfig {
    String OFFICIAL = "https://api.openai.com/v1";

    /// `OPENAI_API_KEY`. Servers of our own may do without.
    Optional<String> apiKey();

    /// `OPENAI_BASE_URL`, the version's path included.
    @WithDefault(OFFICIAL)
    String baseUrl();

    /// `openai`, `kokoro`, `speaches` or `localai`.
    @WithDefault("openai")
    Flavor flavor();

    /// Absent: the flavor's own.
    Optional<String> speechModel();

    /// Voices that callers may name directly; those the server lists come on top.
    @WithDefault("alloy,ash,ballad,cedar,coral,echo,fable,marin,nova,onyx,sage,shimmer,verse")
    List<String> voices();

    /// How long one call may take.
    @WithDefault("3m")
    Duration speechLimit();

    /// How long the server's lists of models and voices are believed.
    @WithDefault("5m")
    Duration listsFor();
}
