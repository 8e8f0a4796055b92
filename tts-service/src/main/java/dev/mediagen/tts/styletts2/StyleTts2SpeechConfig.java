package dev.mediagen.tts.styletts2;

import dev.mediagen.tts.modelserver.ModelServerConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// `STYLETTS2_API_ROUTE` and `BACKEND_API_KEY`.
@ConfigMapping(prefix = "media.styletts2")
interface StyleTts2SpeechConfig extends ModelServerConfig {
    /// Code points of one call. The server itself splits longer texts at 125, also inside `3.14` and after `Mr.`.
    @WithDefault("125")
    int maxTextLength();
}
