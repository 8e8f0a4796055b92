package dev.mediagen.image.fal;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ImageMode;
import dev.mediagen.image.fal.FalImagePayload.Submitted;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Starts jobs, each once: what an earlier try has started is gone on with.
@ApplicationScoped
class FalSubmissions {
    private static final Logger LOG = Logger.getLogger(FalSubmissions.class);
    private static final long LOOK_AGAIN = 500;
    private static final int ANY = Integer.MAX_VALUE;
    private final FalImageConfig config;
    private final FalImageApi api;
    private final FalDeliveries deliveries;
    private final FalBells bells;
    /// A source travels inside its request: several megabytes each, however many jobs there are.
    private final Semaphore sources = new Semaphore(4);
    private final Semaphore underWay = new Semaphore(ANY);

    FalSubmissions(FalImageConfig config, FalImageApi api, FalDeliveries deliveries, FalBells bells) {
        this.config = config;
        this.api = api;
        this.deliveries = deliveries;
        this.bells = bells;
    }

    /// Lets what is being submitted be answered and noted. Afterwards nothing is submitted here any more.
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (!underWay.tryAcquire(ANY, config.handOver().toMillis(), TimeUnit.MILLISECONDS))
            LOG.warn("stopping, though fal has not answered all submissions");
    }

    /// The job of this part, started now unless there is one.
    FalJob open(FalOrder order, Duration limit, PartContext context) throws ProviderException, InterruptedException {
        var noted = FalJob.noted(context);
        if (noted.isPresent()) {
            var going = going(noted.get(), context);
            if (going.isPresent()) return going.get();
        }
        if (!limit.isPositive())
            throw new ProviderException(FailureCode.DEADLINE_EXCEEDED, "too late to ask fal for a picture");
        if (order.request().mode() != ImageMode.TRANSFORM) return submit(order, limit, context);
        sources.acquire();
        try {
            return submit(order, limit, context);
        } finally {
            sources.release();
        }
    }

    private Optional<FalJob> going(FalJob job, PartContext context) throws InterruptedException {
        if (job.requestId() == null) return submitted(job, context);
        // this very try has its picture and asks again: it was not fit to be kept
        if (Files.exists(job.picture(context.workDir()))) return Optional.empty();
        return Optional.of(job);
    }

    /// Of a submission whose answer was lost, only the webhook can tell the id; or who sent it, if it still lives.
    private Optional<FalJob> submitted(FalJob job, PartContext context) throws InterruptedException {
        long end = System.nanoTime() + wait(job, context).toNanos();
        try (var bell = bells.hang(job.submission())) {
            while (true) {
                var known = FalJob.noted(context).filter(noted -> noted.requestId() != null);
                if (known.isPresent()) return known;
                var id = hooked() ? deliveries.requestId(job.submission()) : Optional.<String>empty();
                if (id.isPresent()) return Optional.of(noted(job.accepted(api.urls(id.get())), context));
                if (System.nanoTime() > end) return Optional.empty();
                bell.await(LOOK_AGAIN);
            }
        }
    }

    private Duration wait(FalJob job, PartContext context) {
        if (hooked()) return config.webhookWait();
        return job.epoch() == context.epoch() ? Duration.ZERO : config.handOver();
    }

    private boolean hooked() {
        return config.webhookUrl().isPresent();
    }

    private FalJob submit(FalOrder order, Duration limit, PartContext context)
            throws ProviderException, InterruptedException {
        var input = order.input(context.workDir());
        var job = FalJob.submitting(context.epoch());
        underWay.acquire();
        try {
            job.note(context);
            return noted(job.accepted(answer(order, input, job, limit, context)), context);
        } finally {
            underWay.release();
        }
    }

    private Submitted answer(
            FalOrder order, FalImagePayload.Input input, FalJob job, Duration limit, PartContext context)
            throws ProviderException, InterruptedException {
        try {
            return api.submit(order.model(), input, webhook(order, job), limit);
        } catch (ProviderException e) {
            // costly: fal may have it, and the next try waits for its webhook first
            if (!e.isCostly()) context.note(null);
            throw e;
        }
    }

    /// The job runs and is paid: without a note it is still worth waiting for.
    private static FalJob noted(FalJob job, PartContext context) {
        try {
            job.note(context);
        } catch (RuntimeException e) {
            LOG.warnf("fal job %s could not be noted: %s", job.requestId(), e.getMessage());
        }
        return job;
    }

    private String webhook(FalOrder order, FalJob job) {
        return config.webhookUrl()
                .map(base -> "%s/webhooks/fal?generation=%s&epoch=%d&submission=%s"
                        .formatted(
                                base.replaceAll("/+$", ""),
                                URLEncoder.encode(order.request().generationId(), StandardCharsets.UTF_8),
                                job.epoch(),
                                job.submission()))
                .orElse(null);
    }
}
