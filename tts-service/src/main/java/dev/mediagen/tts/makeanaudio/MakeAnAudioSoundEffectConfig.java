package dev.mediagen.tts.makeanaudio;

import dev.mediagen.tts.modelserver.ModelServerConfig;
import io.smallrye.config.ConfigMapping;

/// `MAKE_AN_AUDIO_API_ROUTE` and `BACKEND_API_KEY`.
@ConfigMapping(prefix = "media.make-an-audio")
interface MakeAnAudioSoundEffectConfig extends ModelServerConfig {}
