package dev.mediagen.tts.openai;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.http.Outbound;
import dev.mediagen.worker.http.OutboundAnswer;
import dev.mediagen.worker.http.OutboundCall;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The endpoints, one method each.
@ApplicationScoped
class OpenAiSpeechApi {
    /// Five minutes of the best WAV there is.
    private static final long MOST = 128L << 20;

    private static final Duration LIST_LIMIT = Duration.ofSeconds(10);
    private final Outbound outbound;
    private final OpenAiSpeechConfig config;

    OpenAiSpeechApi(Outbound outbound, OpenAiSpeechConfig config) {
        this.outbound = outbound;
        this.config = config;
    }

    /// The setting without which nothing can be asked.
    Optional<String> missing() {
        boolean own = !OpenAiSpeechConfig.OFFICIAL.equals(base());
        return own || config.apiKey().isPresent() ? Optional.empty() : Optional.of("OPENAI_API_KEY");
    }

    /// `POST /audio/speech`; the audio goes into a file.
    OutboundAnswer speak(OpenAiSpeechPayload.Speak body, Path target) throws ProviderException, InterruptedException {
        var call = OutboundCall.post(uri("/audio/speech")).json(body).within(config.speechLimit());
        var answer = outbound.download(signed(call), target, MOST);
        if (!answer.ok()) throw OpenAiErrors.of(answer);
        if (answer.header("Content-Type").orElse("").matches("(?i)(application/json|text/).*"))
            throw new ProviderException(FailureCode.QUALITY_REJECTED, "openai: answered, but not with audio").costly();
        return answer;
    }

    /// `GET /models`.
    List<String> models() throws ProviderException, InterruptedException {
        return OpenAiSpeechPayload.models(list("/models").json());
    }

    /// `GET /audio/voices`, which OpenAI itself does not have.
    List<String> voices() throws ProviderException, InterruptedException {
        return OpenAiSpeechPayload.voices(list("/audio/voices").json());
    }

    private OutboundAnswer list(String path) throws ProviderException, InterruptedException {
        var answer = outbound.call(signed(OutboundCall.get(uri(path)).within(LIST_LIMIT)));
        if (!answer.ok()) throw OpenAiErrors.of(answer);
        return answer;
    }

    private URI uri(String path) {
        return URI.create(base() + path);
    }

    private String base() {
        return config.baseUrl().strip().replaceAll("/+$", "");
    }

    private OutboundCall signed(OutboundCall call) {
        config.apiKey().ifPresent(key -> call.header("Authorization", "Bearer " + key));
        return call;
    }
}
