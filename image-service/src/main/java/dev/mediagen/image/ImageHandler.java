package dev.mediagen.image;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ImageMode;
import dev.mediagen.contracts.ImageProduced;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.PartHandler;
import dev.mediagen.worker.parts.PartResult;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Dimension;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/// Makes an image with the first provider of the order that can.
@ApplicationScoped
class ImageHandler implements PartHandler<ImageRequested> {
    private static final Logger LOG = Logger.getLogger(ImageHandler.class);
    private final ImageProviders providers;
    private final PictureCheck check;

    ImageHandler(ImageProviders providers, PictureCheck check) {
        this.providers = providers;
        this.check = check;
    }

    @Override
    public Class<ImageRequested> requestType() {
        return ImageRequested.class;
    }

    @Override
    public List<ProviderCapability> capabilities() {
        return providers.capabilities();
    }

    @Override
    public PartResult make(ImageRequested request, PartContext context) throws ProviderException, InterruptedException {
        List<ImageProvider> order = providers.order(request.provider());
        Path source = source(request, context);
        for (int place = 0; ; place++) {
            try {
                return make(request, source, order.get(place), place > 0, context);
            } catch (ProviderException e) {
                if (place == order.size() - 1 || !othersMaySucceed(e.code()))
                    throw e.by(order.get(place).name());
                LOG.infof("%s: %s, next provider", order.get(place).name(), e.code());
            }
        }
    }

    private PartResult make(
            ImageRequested request, Path source, ImageProvider provider, boolean fallback, PartContext context)
            throws ProviderException, InterruptedException {
        context.progress(10, "painting");
        Image image = provider.generate(request, source, context.workDir());
        context.progress(80, "checking the picture");
        Dimension size = check.accept(image.file());
        context.progress(90, "storing the picture");
        StagedAsset staged = context.stage(
                image.file(), request.format().json(), request.format().mediaType());
        var produced = new ImageProduced(
                size.width,
                size.height,
                image.seed(),
                request.mode().model(),
                request.prompt(),
                image.requestId(),
                request.format());
        return new PartResult(staged, Map.of(), produced, provider.name(), fallback, false, true, image.warnings());
    }

    private static Path source(ImageRequested request, PartContext context)
            throws ProviderException, InterruptedException {
        if (request.mode() != ImageMode.TRANSFORM) return null;
        if (request.source() == null) {
            throw new ProviderException(FailureCode.INVALID_REQUEST, "transform needs a source image");
        }
        context.progress(5, "fetching the source image");
        return context.fetch(request.source());
    }

    private static boolean othersMaySucceed(FailureCode code) {
        return code != FailureCode.INVALID_REQUEST && code != FailureCode.CONTENT_REJECTED;
    }
}
