package dev.mediagen.image;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.worker.http.PublicFetch;
import dev.mediagen.worker.http.RefusedUrlException;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.UUID;

/// Where pictures are made ready: sources before a provider sees them, and what it made before it is kept.
@ApplicationScoped
class Darkroom {
    private final PublicFetch web;
    private final PictureConfig config;
    private final Workbench bench;

    Darkroom(PublicFetch web, PictureConfig config) {
        this.web = web;
        this.config = config;
        this.bench = new Workbench(config.atOnce(), config.megapixels());
    }

    @PreDestroy
    void close() {
        bench.close();
    }

    /// The source picture of a request, in its size and safe to decode.
    ///
    /// @throws ProviderException INVALID_REQUEST when it cannot be had or is not a picture we take
    Path source(ImageRequested request, PartContext context) throws ProviderException, InterruptedException {
        var source = SourcePicture.of(original(request, context), config.mostSourcePixels());
        source.requireRoom(request, bench.mostBytes());
        return bench.work(source.bytes(request), () -> source.prepare(request, context.workDir()));
    }

    /// @throws ProviderException QUALITY_REJECTED when it is not worth keeping
    FinishedPicture finish(Image image, ImageRequested request, Path workDir)
            throws ProviderException, InterruptedException {
        var raw = FinishedPicture.Raw.of(image, request);
        raw.requireRoom(bench.mostBytes());
        return bench.work(raw.bytes(), () -> FinishedPicture.of(raw, workDir));
    }

    private Path original(ImageRequested request, PartContext context) throws ProviderException, InterruptedException {
        if (request.source() != null) return context.fetch(request.source());
        if (request.sourceUrl() == null) throw SourcePicture.invalid("transform needs a source image", null);
        var target = context.workDir().resolve("original-" + UUID.randomUUID());
        try {
            web.fetch(new URI(request.sourceUrl()), "image", target);
            return target;
        } catch (RefusedUrlException e) {
            if (e.isPassing())
                throw new ProviderException(FailureCode.PROVIDER_TIMEOUT, "imageUrl: " + e.getMessage(), e);
            throw SourcePicture.invalid("it could not be fetched: " + e.getMessage(), e);
        } catch (URISyntaxException e) {
            throw SourcePicture.invalid("it could not be fetched: not a URL", e);
        }
    }
}
