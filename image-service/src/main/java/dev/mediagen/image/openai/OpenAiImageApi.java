package dev.mediagen.image.openai;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.http.Outbound;
import dev.mediagen.worker.http.OutboundAnswer;
import dev.mediagen.worker.http.OutboundCall;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/// The endpoints for pictures, one method each. Answers hold whole pictures and go into files.
@ApplicationScoped
class OpenAiImageApi {
    private static final long MOST_JSON = 96L << 20;
    private static final long MOST_PICTURE = 64L << 20;
    private final Outbound outbound;
    private final OpenAiServer server;
    private final OpenAiImageConfig config;

    OpenAiImageApi(Outbound outbound, OpenAiServer server, OpenAiImageConfig config) {
        this.outbound = outbound;
        this.server = server;
        this.config = config;
    }

    /// `POST /images/generations`.
    OutboundAnswer generate(OpenAiImagePayload.Generate body, Path target)
            throws ProviderException, InterruptedException {
        return call(server.post("/images/generations").json(body), target);
    }

    /// `POST /images/edits`.
    OutboundAnswer edit(OpenAiImagePayload.Generate body, Path source, Path target)
            throws ProviderException, InterruptedException {
        var type = mediaType(source);
        var name = "source." + type.substring("image/".length());
        var form = body.edit().binaryFileUpload("image", name, source.toString(), type);
        return call(server.post("/images/edits").form(form), target);
    }

    private OutboundAnswer call(OutboundCall call, Path target) throws ProviderException, InterruptedException {
        var answer = outbound.download(call.within(config.imageLimit()), target, MOST_JSON);
        if (!answer.ok()) throw OpenAiErrors.of(answer);
        return answer;
    }

    /// Fetches a picture the answer only names. The key is not shown to whoever serves it.
    void fetch(URI picture, Path target) throws ProviderException, InterruptedException {
        if (!allowed(picture))
            throw new ProviderException(
                            FailureCode.QUALITY_REJECTED, "openai: the picture is on a host that is not allowed")
                    .costly();
        var answer = outbound.download(OutboundCall.get(picture), target, MOST_PICTURE);
        if (!answer.ok())
            throw new ProviderException(
                            FailureCode.PROVIDER_UNAVAILABLE,
                            "openai: the picture could not be fetched (%d)".formatted(answer.status()))
                    .costly();
    }

    private boolean allowed(URI picture) {
        if (server.serves(picture)) return true;
        return "https".equalsIgnoreCase(picture.getScheme())
                && picture.getUserInfo() == null
                && picture.getPort() == -1
                && config.mediaHosts().stream().anyMatch(host -> host.strip().equalsIgnoreCase(picture.getHost()));
    }

    private static String mediaType(Path source) throws ProviderException {
        try (var in = Files.newInputStream(source)) {
            return switch (in.read()) {
                case 0x89 -> "image/png";
                case 0xff -> "image/jpeg";
                default -> "image/webp";
            };
        } catch (IOException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "the source image could not be read", e);
        }
    }
}
