package dev.mediagen.image;

import dev.mediagen.contracts.ImageMode;
import dev.mediagen.contracts.ImageProduced;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.worker.cache.ResultCache;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.PartHandler;
import dev.mediagen.worker.parts.PartResult;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.Fallback;
import dev.mediagen.worker.providers.ProviderCalls;
import dev.mediagen.worker.providers.ProviderOrder;
import dev.mediagen.worker.providers.Served;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Serves `image-requested`.
@ApplicationScoped
class ImageHandler implements PartHandler<ImageRequested> {
    private final ProviderOrder<ImageProvider> order;
    private final Fallback fallback;
    private final ProviderCalls calls;
    private final Darkroom darkroom;
    private final ResultCache cache;

    @Inject
    ImageHandler(
            @Any Instance<ImageProvider> providers,
            ImageConfig config,
            Fallback fallback,
            ProviderCalls calls,
            Darkroom darkroom,
            ResultCache cache) {
        this(
                new ProviderOrder<>("media.providers.image", providers.stream().toList(), config.order()),
                fallback,
                calls,
                darkroom,
                cache);
    }

    ImageHandler(
            ProviderOrder<ImageProvider> order,
            Fallback fallback,
            ProviderCalls calls,
            Darkroom darkroom,
            ResultCache cache) {
        this.order = order;
        this.fallback = fallback;
        this.calls = calls;
        this.darkroom = darkroom;
        this.cache = cache;
    }

    @Override
    public Class<ImageRequested> requestType() {
        return ImageRequested.class;
    }

    @Override
    public List<ProviderCapability> capabilities() {
        return order.capabilities();
    }

    @Override
    public PartResult make(ImageRequested request, PartContext context) throws ProviderException, InterruptedException {
        var candidates = order.candidates(request.provider(), null);
        Path source = source(request, context);
        var key = ImageKey.of(request, source, candidates);
        return cache.getOrMake(key, request.useCache(), context, () -> {
            context.progress(10, "painting");
            var served = fallback.serve(candidates, provider -> paint(provider, request, source, context));
            return result(served, request, context);
        });
    }

    private FinishedPicture paint(ImageProvider provider, ImageRequested request, Path source, PartContext context)
            throws ProviderException, InterruptedException {
        var image = calls.call(
                provider.name(), request.mode().model(), context, () -> provider.generate(request, source, context));
        context.progress(80, "checking the picture");
        return darkroom.finish(image, request, context.workDir());
    }

    private static PartResult result(Served<FinishedPicture> served, ImageRequested request, PartContext context)
            throws ProviderException, InterruptedException {
        var picture = served.made();
        context.progress(90, "storing the picture");
        var format = request.format();
        var staged = context.stage(picture.file(), format.json(), format.mediaType());
        var image = picture.image();
        var produced = new ImageProduced(
                picture.width(),
                picture.height(),
                image.seed(),
                request.mode().model(),
                request.prompt(),
                image.requestId(),
                format);
        var warnings = Stream.concat(served.warnings().stream(), image.warnings().stream());
        return new PartResult(
                staged, Map.of(), produced, served.provider(), served.fallback(), false, true, warnings.toList(), null);
    }

    private Path source(ImageRequested request, PartContext context) throws ProviderException, InterruptedException {
        if (request.mode() != ImageMode.TRANSFORM) return null;
        context.progress(5, "fetching the source image");
        return darkroom.source(request, context);
    }
}
