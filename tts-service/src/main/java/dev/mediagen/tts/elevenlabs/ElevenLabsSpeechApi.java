package dev.mediagen.tts.elevenlabs;

import dev.mediagen.worker.http.OutboundAnswer;
import dev.mediagen.worker.http.OutboundCall;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.function.Consumer;

/// `/v1/text-to-speech`.
@ApplicationScoped
class ElevenLabsSpeechApi {
    private final ElevenLabsAccount account;

    ElevenLabsSpeechApi(ElevenLabsAccount account) {
        this.account = account;
    }

    /// @param into takes the JSON with audio and timings
    OutboundAnswer withTimestamps(String voiceId, ElevenLabsSpeechPayload.Body body, OutputFormat format, Path into)
            throws ProviderException, InterruptedException {
        var uri = account.uri("/v1/text-to-speech/", voiceId, "/with-timestamps?output_format=" + format.wireName());
        return account.make(OutboundCall.post(uri).json(body), into);
    }

    /// @param format no wav
    /// @param consumer takes JSON while it is made: an object a line, each with a piece of audio and its timings
    OutboundAnswer streamWithTimestamps(
            String voiceId, ElevenLabsSpeechPayload.Body body, OutputFormat format, Consumer<byte[]> consumer)
            throws ProviderException, InterruptedException {
        var after = "/stream/with-timestamps?output_format=" + format.wireName();
        var uri = account.uri("/v1/text-to-speech/", voiceId, after);
        return account.make(OutboundCall.post(uri).json(body), consumer);
    }
}
