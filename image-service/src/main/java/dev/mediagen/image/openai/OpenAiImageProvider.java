package dev.mediagen.image.openai;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ImageFormat;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.image.Image;
import dev.mediagen.image.ImageProvider;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Makes pictures through OpenAI or a server that speaks its language.
@ApplicationScoped
class OpenAiImageProvider implements ImageProvider {
    static final String NAME = "openai";
    private final OpenAiServer server;
    private final OpenAiImageConfig config;
    private final OpenAiImageApi api;

    OpenAiImageProvider(OpenAiServer server, OpenAiImageConfig config, OpenAiImageApi api) {
        this.server = server;
        this.config = config;
        this.api = api;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> missing() {
        return server.flavor().paints() ? server.missing() : Optional.of("a media.openai.flavor that makes images");
    }

    @Override
    public String setup() {
        return String.join(
                " ",
                server.base(),
                server.flavor().name(),
                config.imageModel().orElse(""),
                config.unfiltered() ? "unfiltered" : "");
    }

    @Override
    public ProviderCapability capability(int order) {
        var formats = Stream.of(ImageFormat.values()).map(ImageFormat::json).toList();
        boolean configured = missing().isEmpty();
        return new ProviderCapability(NAME, Kind.IMAGE, configured, order, List.of(), List.of(), formats, List.of());
    }

    @Override
    public Image generate(ImageRequested request, Path source, PartContext context)
            throws ProviderException, InterruptedException {
        if (request.enableSafetyChecker() && !server.flavor().filters() && !config.unfiltered())
            throw new ProviderException(
                    FailureCode.NOT_AVAILABLE, "openai: this server has no safety checker, and it is wanted");
        var order = OpenAiImageOrder.of(request, server.flavor(), config);
        var name = "openai-" + UUID.randomUUID();
        var json = context.workDir().resolve(name + ".json");
        var picture = context.workDir().resolve(name + ".picture");
        var answer = source == null ? api.generate(order.body(), json) : api.edit(order.body(), source, json);
        var elsewhere = OpenAiImageAnswer.unpack(json, picture);
        if (elsewhere.isPresent()) api.fetch(elsewhere.get(), picture);
        return new Image(picture, order.seed(), OpenAiErrors.requestId(answer), order.warnings());
    }
}
