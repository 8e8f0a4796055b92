package dev.mediagen.image.fal;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ImageFormat;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.image.Image;
import dev.mediagen.image.ImageProvider;
import dev.mediagen.image.fal.FalImagePayload.Output;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The FLUX models of fal.ai, through its queue.
@ApplicationScoped
class FalImageProvider implements ImageProvider {
    private final FalImageConfig config;
    private final FalSubmissions submissions;
    private final FalWatch watch;
    private final FalImageApi api;

    FalImageProvider(FalImageConfig config, FalSubmissions submissions, FalWatch watch, FalImageApi api) {
        this.config = config;
        this.submissions = submissions;
        this.watch = watch;
        this.api = api;
    }

    @Override
    public String name() {
        return "fal";
    }

    @Override
    public Optional<String> missing() {
        return config.apiKey().isPresent() ? Optional.empty() : Optional.of("FAL_KEY");
    }

    /// It makes jpeg and png; the rest is transcoded here.
    @Override
    public String setup() {
        return config.queueUrl().getHost();
    }

    @Override
    public ProviderCapability capability(int order) {
        var formats = Arrays.stream(ImageFormat.values()).map(ImageFormat::json).toList();
        boolean configured = missing().isEmpty();
        return new ProviderCapability(name(), Kind.IMAGE, configured, order, List.of(), List.of(), formats, List.of());
    }

    @Override
    public Image generate(ImageRequested request, Path source, PartContext context)
            throws ProviderException, InterruptedException {
        var resumed = resume(request, context);
        if (resumed.isPresent()) return resumed.get();
        var order = new FalOrder(request, source);
        return made(submissions.start(order, limit(request), context), order, context);
    }

    @Override
    public boolean underWay(PartContext context) {
        return submissions.underWay(context);
    }

    @Override
    public Optional<Image> resume(ImageRequested request, PartContext context)
            throws ProviderException, InterruptedException {
        var job = submissions.resumed(context);
        if (job.isEmpty()) return Optional.empty();
        return Optional.of(made(job.get(), new FalOrder(request, null), context));
    }

    private Image made(FalJob started, FalOrder order, PartContext context)
            throws ProviderException, InterruptedException {
        var ended = watch.await(started, limit(order.request()), context);
        var output = ended.output();
        var file = picture(output, ended.job(), context);
        String seed =
                output.seed() == null ? order.request().seed() : output.seed().toString();
        return new Image(file, seed, ended.job().requestId(), order.warnings());
    }

    /// Nobody waits beyond the generation's deadline.
    private Duration limit(ImageRequested request) {
        var left = Duration.between(Instant.now(), request.expiresAt());
        return left.compareTo(config.limit()) < 0 ? left : config.limit();
    }

    private Path picture(Output output, FalJob job, PartContext context)
            throws ProviderException, InterruptedException {
        // comes with HTTP 200 and a black picture
        if (output.unsafe())
            throw new ProviderException(FailureCode.CONTENT_REJECTED, "fal's safety checker flagged the picture")
                    .costly();
        if (output.empty()) {
            job.forget(context);
            throw new ProviderException(FailureCode.QUALITY_REJECTED, "fal gave no picture").costly();
        }
        var part = context.workDir().resolve("fal-%s.part".formatted(UUID.randomUUID()));
        download(output.images().getFirst().url(), part);
        try {
            // whole or not at all: its being there says that this try has it
            return Files.move(part, job.picture(context.workDir()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The picture is there and paid: it is fetched later rather than made by somebody else.
    private void download(String url, Path target) throws ProviderException, InterruptedException {
        try {
            api.download(url, target);
        } catch (ProviderException e) {
            throw e.code().retryable() ? e.underWay(config.resumeAfter()) : e;
        }
    }
}
