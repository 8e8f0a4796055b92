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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Starts jobs, each once: what an earlier try has started is gone on with.
@ApplicationScoped
class FalSubmissions {
    private static final Logger LOG = Logger.getLogger(FalSubmissions.class);
    private static final long LOOK_AGAIN = 500;
    /// What waits longer comes back through the inbox.
    private static final Duration LISTEN = Duration.ofSeconds(3);

    private static final int ANY = Integer.MAX_VALUE;
    private final FalImageConfig config;
    private final FalImageApi api;
    private final FalDeliveries deliveries;
    private final FalBells bells;
    /// A source travels inside its request: several megabytes each, however many jobs there are.
    private final Semaphore sources = new Semaphore(4);
    private final Semaphore underWay = new Semaphore(ANY);
    private volatile boolean stopping;

    FalSubmissions(FalImageConfig config, FalImageApi api, FalDeliveries deliveries, FalBells bells) {
        this.config = config;
        this.api = api;
        this.deliveries = deliveries;
        this.bells = bells;
    }

    /// Lets what is being submitted be answered and noted. Afterwards nothing is submitted here any more.
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (!underWay.tryAcquire(ANY, config.handOver().toMillis(), TimeUnit.MILLISECONDS))
            LOG.warn("stopping, though fal has not answered all submissions");
    }

    /// Whether an earlier try has submitted what is still to come.
    boolean underWay(PartContext context) {
        return FalJob.noted(context)
                .filter(job -> !job.madeHere(context))
                .filter(job -> job.requestId() != null || job.submission() != null)
                .isPresent();
    }

    /// The job that an earlier try has started; empty when there is none that is worth waiting for.
    ///
    /// @throws ProviderException under way when it is not yet known whether there is one
    Optional<FalJob> resumed(PartContext context) throws ProviderException, InterruptedException {
        var noted = FalJob.noted(context).filter(job -> !job.madeHere(context));
        if (noted.isEmpty() || noted.get().requestId() != null) return noted;
        return submitted(noted.get(), context);
    }

    /// Of a submission whose answer was lost, only the webhook can tell the id; or who sent it, if it still lives.
    private Optional<FalJob> submitted(FalJob job, PartContext context) throws ProviderException, InterruptedException {
        var wait = wait(job, context);
        boolean comeBack = wait.compareTo(LISTEN) > 0;
        long end = System.nanoTime() + (comeBack ? LISTEN : wait).toNanos();
        try (var bell = bells.hang(job.submissions())) {
            while (true) {
                var known = FalJob.noted(context).filter(noted -> noted.requestId() != null);
                if (known.isPresent()) return known;
                var id = hooked() ? deliveries.anyOf(job.submissions()) : Optional.<String>empty();
                if (id.isPresent()) return Optional.of(noted(job.accepted(api.urls(id.get())), context));
                if (System.nanoTime() > end) break;
                bell.await(LOOK_AGAIN);
            }
        }
        if (comeBack)
            throw new ProviderException(FailureCode.PROVIDER_UNAVAILABLE, "it is not known whether fal has begun")
                    .costly()
                    .underWay(config.resumeAfter());
        if (job.submission() != null) job.givenUp(context.epoch()).note(context);
        return Optional.empty();
    }

    private Duration wait(FalJob job, PartContext context) {
        if (job.submission() == null) return Duration.ZERO;
        if (!hooked()) return job.epoch() == context.epoch() ? Duration.ZERO : config.handOver();
        var heardBy = Instant.ofEpochMilli(job.submittedAt()).plus(config.webhookWait());
        return Duration.between(Instant.now(), heardBy);
    }

    private boolean hooked() {
        return config.webhookUrl().isPresent();
    }

    /// Starts a job.
    FalJob start(FalOrder order, Duration limit, PartContext context) throws ProviderException, InterruptedException {
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

    private FalJob submit(FalOrder order, Duration limit, PartContext context)
            throws ProviderException, InterruptedException {
        var input = order.input(context.workDir());
        var before = FalJob.noted(context);
        var lost = before.map(job -> job.requestId() == null ? job.submissions() : job.lost());
        var job = FalJob.submitting(context.epoch(), lost.orElse(List.of()));
        underWay.acquire();
        try {
            if (stopping) throw new InterruptedException("this replica stops");
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
            if (!e.isCostly()) job.forget(context);
            // fal may have it: its webhook is awaited before anybody is paid again. Where even a second answer was
            // lost, the others' turn has come.
            throw e.isCostly() && hooked() && job.lost().isEmpty() ? e.underWay(config.resumeAfter()) : e;
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
