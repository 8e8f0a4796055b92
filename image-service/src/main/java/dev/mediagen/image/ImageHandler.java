package dev.mediagen.image;

import dev.mediagen.contracts.ImageMode;
import dev.mediagen.contracts.ImageProduced;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.contracts.Part;
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
import org.jboss.logging.Logger;

/// Serves `image-requested`.
@ApplicationScoped
class ImageHandler implements PartHandler<ImageRequested> {
    private static final Logger LOG = Logger.getLogger(ImageHandler.class);
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
    public Part part() {
        return Part.IMAGE;
    }

    @Override
    public List<ProviderCapability> capabilities() {
        return order.capabilities();
    }

    @Override
    public PartResult make(ImageRequested request, PartContext context) throws ProviderException, InterruptedException {
        var candidates = order.candidates(request.provider(), null);
        var going = candidates.stream().filter(p -> p.underWay(context)).findFirst();
        if (going.isPresent()) return goOn(going.get(), candidates, request, context);
        Path source = source(request, context);
        var key = ImageKey.of(request, source, candidates);
        return cache.getOrMake(key, request.useCache(), context, () -> make(candidates, request, source, context));
    }

    /// What is paid for already is had from who makes it, and nobody else is asked before. Its source may be gone by
    /// now: then it is made without the cache, which knows pictures by their sources.
    private PartResult goOn(
            ImageProvider going, List<ImageProvider> candidates, ImageRequested request, PartContext context)
            throws ProviderException, InterruptedException {
        var goingFirst = Stream.concat(Stream.of(going), candidates.stream().filter(p -> p != going))
                .toList();
        Path source;
        try {
            source = source(request, context);
        } catch (ProviderException gone) {
            LOG.infof("the source of what is under way cannot be had again: %s", gone.getMessage());
            return make(List.of(going), request, null, context);
        }
        var key = ImageKey.of(request, source, candidates);
        return cache.getOrMake(key, request.useCache(), context, () -> make(goingFirst, request, source, context));
    }

    private PartResult make(List<ImageProvider> candidates, ImageRequested request, Path source, PartContext context)
            throws ProviderException, InterruptedException {
        context.progress(10, "painting");
        var served = fallback.serve(candidates, provider -> paint(provider, request, source, context));
        return result(served, request, context);
    }

    /// What is resumed takes no slot and passes no circuit: it is only waited for.
    private FinishedPicture paint(ImageProvider provider, ImageRequested request, Path source, PartContext context)
            throws ProviderException, InterruptedException {
        var resumed = provider.resume(request, context);
        var image = resumed.isPresent() ? resumed.get() : painted(provider, request, source, context);
        context.progress(80, "checking the picture");
        return darkroom.finish(image, request, context.workDir());
    }

    private Image painted(ImageProvider provider, ImageRequested request, Path source, PartContext context)
            throws ProviderException, InterruptedException {
        return calls.call(
                provider.name(), request.mode().model(), context, () -> provider.generate(request, source, context));
    }

    private PartResult result(Served<FinishedPicture> served, ImageRequested request, PartContext context)
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
        // who goes on with a job comes first, and may still be a later choice
        var first = ImageKey.first(order.candidates(request.provider(), null));
        boolean fallback = served.fallback() || !served.provider().equals(first.name());
        var warnings = Stream.concat(served.warnings().stream(), image.warnings().stream());
        return new PartResult(
                staged, Map.of(), produced, served.provider(), fallback, false, true, warnings.toList(), null);
    }

    private Path source(ImageRequested request, PartContext context) throws ProviderException, InterruptedException {
        if (request.mode() != ImageMode.TRANSFORM) return null;
        context.progress(5, "fetching the source image");
        return darkroom.source(request, context);
    }
}
