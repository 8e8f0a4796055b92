package dev.mediagen.image.sandbox;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ImageFormat;
import dev.mediagen.contracts.ImageMode;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.image.CentreCrop;
import dev.mediagen.image.Image;
import dev.mediagen.image.ImageProvider;
import dev.mediagen.worker.faults.Fault;
import dev.mediagen.worker.faults.Faults;
import dev.mediagen.worker.media.ImageCodec;
import dev.mediagen.worker.media.MediaException;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Paints by itself, without network or key: the same prompt, style, seed, size and mode give the same bytes.
@ApplicationScoped
class SandboxImageProvider implements ImageProvider {
    /// Painting is pure computing. On threads of its own, it cannot keep the carriers of virtual threads from
    /// renewing leases.
    private final ExecutorService painters;

    private final Faults faults;
    private final long maxSourcePixels;
    private final int megapixels;
    private final Semaphore room;

    SandboxImageProvider(SandboxImageConfig config, Faults faults) {
        this.faults = faults;
        this.painters = Executors.newFixedThreadPool(
                config.painters(),
                Thread.ofPlatform().daemon().name("painter-", 1).factory());
        this.maxSourcePixels = config.maxSourcePixels();
        this.megapixels = config.megapixels();
        this.room = new Semaphore(megapixels, true);
    }

    @PreDestroy
    void close() {
        painters.shutdownNow();
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public ProviderCapability capability(int order) {
        List<String> formats =
                Arrays.stream(ImageFormat.values()).map(ImageFormat::json).toList();
        return new ProviderCapability(name(), Kind.IMAGE, true, order, List.of(), List.of(), formats, List.of());
    }

    @Override
    public Image generate(ImageRequested request, Path source, PartContext context)
            throws ProviderException, InterruptedException {
        var fault = faults.begin(request.generationId(), request.prompt());
        Order order = Order.of(request);
        int share =
                source != null ? megapixels : Math.min(megapixels, 1 + request.width() * request.height() / 1_000_000);
        room.acquire(share);
        try {
            boolean blank = fault.filter(Fault::silent).isPresent();
            Image image = finished(painters.submit(() -> paint(order, source, blank, context.workDir())));
            if (!blank) Faults.damage(fault, image.file());
            return image;
        } finally {
            room.release(share);
        }
    }

    private static Image finished(Future<Image> painting) throws ProviderException, InterruptedException {
        try {
            return painting.get();
        } catch (InterruptedException e) {
            painting.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProviderException known) throw known;
            throw new ProviderException(FailureCode.UNEXPECTED, "the sandbox could not paint", e.getCause());
        }
    }

    private Image paint(Order order, Path source, boolean blank, Path workDir) throws ProviderException {
        ImageRequested request = order.request();
        BufferedImage picture = blank
                ? new BufferedImage(request.width(), request.height(), BufferedImage.TYPE_INT_RGB)
                : Studio.paint(order, source(order, source));
        Path file = workDir.resolve("sandbox." + request.format().json());
        try {
            ImageCodec.encode(picture, request.format(), file);
        } catch (MediaException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "the picture could not be written", e);
        }
        String seed = order.seed().toString();
        return new Image(file, seed, order.requestId(), order.warnings());
    }

    private BufferedImage source(Order order, Path source) throws ProviderException {
        if (order.request().mode() != ImageMode.TRANSFORM) return null;
        if (source == null) throw new ProviderException(FailureCode.INVALID_REQUEST, "transform needs a source image");
        try {
            BufferedImage picture = ImageCodec.decode(source, maxSourcePixels);
            return CentreCrop.fit(
                    picture, order.request().width(), order.request().height());
        } catch (MediaException e) {
            throw new ProviderException(FailureCode.INVALID_REQUEST, "the source image cannot be decoded", e);
        }
    }
}
