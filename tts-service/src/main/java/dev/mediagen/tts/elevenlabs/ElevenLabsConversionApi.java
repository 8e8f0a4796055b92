package dev.mediagen.tts.elevenlabs;

import dev.mediagen.worker.http.OutboundAnswer;
import dev.mediagen.worker.http.OutboundCall;
import dev.mediagen.worker.parts.ProviderException;
import io.vertx.ext.web.multipart.MultipartForm;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;

/// `/v1/speech-to-speech`.
@ApplicationScoped
class ElevenLabsConversionApi {
    private final ElevenLabsAccount account;

    ElevenLabsConversionApi(ElevenLabsAccount account) {
        this.account = account;
    }

    /// @param into takes the audio
    OutboundAnswer convert(
            String voiceId, ElevenLabsConversionPayload payload, Path recording, OutputFormat format, Path into)
            throws ProviderException, InterruptedException {
        var uri = account.uri("/v1/speech-to-speech/", voiceId, "?output_format=" + format.wireName());
        // the server looks at the content; its name and type would only tell where it came from
        var form = MultipartForm.create()
                .attribute("model_id", payload.modelId())
                .attribute("voice_settings", payload.voiceSettings())
                .attribute("file_format", "other")
                .binaryFileUpload("audio", "recording", recording.toString(), "application/octet-stream");
        return account.make(OutboundCall.post(uri).form(form), into);
    }
}
