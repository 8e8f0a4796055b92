package dev.mediagen.tts.elevenlabs;

import dev.mediagen.worker.http.OutboundAnswer;
import dev.mediagen.worker.http.OutboundCall;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;

/// `/v1/sound-generation`.
@ApplicationScoped
class ElevenLabsSoundEffectApi {
    private final ElevenLabsAccount account;

    ElevenLabsSoundEffectApi(ElevenLabsAccount account) {
        this.account = account;
    }

    /// @param into takes the audio
    OutboundAnswer generate(ElevenLabsSoundEffectPayload payload, OutputFormat format, Path into)
            throws ProviderException, InterruptedException {
        var uri = account.uri("/v1/sound-generation?output_format=" + format.wireName());
        return account.make(OutboundCall.post(uri).json(payload), into);
    }
}
