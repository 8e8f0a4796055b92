package dev.mediagen.image.openai;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.PromptRequested;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.image.ArtStyle;
import dev.mediagen.image.prompt.OneLine;
import dev.mediagen.image.prompt.Prompt;
import dev.mediagen.image.prompt.PromptProvider;
import dev.mediagen.image.prompt.StyleMix;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Lets a chat model write prompts.
@ApplicationScoped
class OpenAiPromptProvider implements PromptProvider {
    private final OpenAiServer server;
    private final OpenAiPromptConfig config;
    private final OpenAiPromptApi api;

    OpenAiPromptProvider(OpenAiServer server, OpenAiPromptConfig config, OpenAiPromptApi api) {
        this.server = server;
        this.config = config;
        this.api = api;
    }

    @Override
    public String name() {
        return OpenAiImageProvider.NAME;
    }

    @Override
    public Optional<String> missing() {
        if (!server.flavor().chats()) return Optional.of("a media.openai.flavor that chats");
        if (config.chatModel().isEmpty()) return Optional.of("MEDIA_OPENAI_CHAT_MODEL");
        return server.missing();
    }

    @Override
    public ProviderCapability capability(int order) {
        boolean configured = missing().isEmpty();
        return new ProviderCapability(
                name(), Kind.PROMPT, configured, order, List.of(), List.of(), List.of(), ArtStyle.labels());
    }

    @Override
    public Prompt write(PromptRequested request, StyleMix mix, PartContext context)
            throws ProviderException, InterruptedException {
        var model = config.chatModel().orElseThrow();
        var instruction = ChatInstruction.of(request, mix);
        var completion = ask(OpenAiPromptPayload.Ask.of(model, instruction, OneLine.of(request.headline())));
        var version = "openai/%s/%s@%d".formatted(answerer(completion, model), mix.id(), ChatInstruction.VERSION);
        return new Prompt(text(completion), version, List.of());
    }

    /// What such a server refuses is our wording or our choice of model, not what the caller asked for: another
    /// provider may serve it.
    private OpenAiPromptPayload.Completion ask(OpenAiPromptPayload.Ask body)
            throws ProviderException, InterruptedException {
        try {
            return api.complete(body);
        } catch (ProviderException e) {
            if (e.code() != FailureCode.INVALID_REQUEST) throw e;
            throw new ProviderException(FailureCode.QUALITY_REJECTED, e.getMessage(), e);
        }
    }

    private static String answerer(OpenAiPromptPayload.Completion completion, String asked) {
        var said = completion.model();
        return said != null && said.matches("[A-Za-z0-9._:/@+-]{1,100}") ? said : asked;
    }

    private static String text(OpenAiPromptPayload.Completion completion) throws ProviderException {
        var choices = completion.choices();
        if (choices == null || choices.isEmpty() || choices.getFirst().message() == null) throw nothing();
        var choice = choices.getFirst();
        if (choice.message().refusal() != null || "content_filter".equals(choice.finishReason()))
            throw new ProviderException(FailureCode.CONTENT_REJECTED, "openai: refuses the content");
        var text = bare(choice.message().content());
        if (text.isEmpty()) throw nothing();
        return text;
    }

    /// Models that think aloud, name what they write or quote it do so although they are asked not to.
    private static String bare(String content) {
        if (content == null) return "";
        var said = OneLine.of(content.replaceAll("(?s)<think>.*?</think>", ""));
        var unnamed = said.replaceFirst("(?i)^[*\"“`']*(image )?prompt:[*]*\\s*", "");
        return OneLine.of(unnamed.replaceFirst("^[\"“„«`'](.[^\"“”„«»`]*)[\"“”»`']$", "$1"));
    }

    private static ProviderException nothing() {
        return new ProviderException(FailureCode.QUALITY_REJECTED, "openai: answered without a prompt").costly();
    }
}
