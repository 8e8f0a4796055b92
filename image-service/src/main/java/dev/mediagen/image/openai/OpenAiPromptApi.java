package dev.mediagen.image.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.http.Outbound;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;

/// The endpoint for prompts.
@ApplicationScoped
class OpenAiPromptApi {
    private final Outbound outbound;
    private final OpenAiServer server;
    private final OpenAiPromptConfig config;

    OpenAiPromptApi(Outbound outbound, OpenAiServer server, OpenAiPromptConfig config) {
        this.outbound = outbound;
        this.server = server;
        this.config = config;
    }

    /// `POST /chat/completions`.
    OpenAiPromptPayload.Completion complete(OpenAiPromptPayload.Ask body)
            throws ProviderException, InterruptedException {
        var answer = outbound.call(server.post("/chat/completions").json(body).within(config.chatLimit()));
        if (!answer.ok()) throw OpenAiErrors.of(answer);
        var completion = read(answer.json());
        if (completion == null)
            throw new ProviderException(FailureCode.QUALITY_REJECTED, "openai: answered with something else").costly();
        return completion;
    }

    /// Null when it is none: what is wrong with it would quote it.
    private static OpenAiPromptPayload.Completion read(JsonNode answer) {
        try {
            return ContractJson.mapper().treeToValue(answer, OpenAiPromptPayload.Completion.class);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
