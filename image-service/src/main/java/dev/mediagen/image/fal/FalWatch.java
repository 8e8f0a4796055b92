package dev.mediagen.image.fal;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.image.fal.FalImagePayload.Output;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/// Waits for jobs: looks at them in growing intervals, sooner when their webhook comes.
@ApplicationScoped
class FalWatch {
    private static final Logger LOG = Logger.getLogger(FalWatch.class);
    private final FalImageConfig config;
    private final FalImageApi api;
    private final FalBells bells;
    private final FalDeliveries deliveries;

    FalWatch(FalImageConfig config, FalImageApi api, FalBells bells, FalDeliveries deliveries) {
        this.config = config;
        this.api = api;
        this.bells = bells;
        this.deliveries = deliveries;
    }

    /// What came of it.
    ///
    /// @param job the one awaited, or an earlier one of the part whose submission was taken for lost
    record Ended(FalJob job, Output output) {}

    /// @param limit after it, the job is cancelled
    /// @throws ProviderException under way when fal cannot be asked for long: the note stays for who resumes
    Ended await(FalJob job, Duration limit, PartContext context) throws ProviderException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        var looks = new FalLooks(config, api, job, takenOver(job, context));
        var dead = new HashSet<String>();
        try (var bell = bells.hang(job.submissions())) {
            while (true) {
                looks.rest(
                        bell,
                        () -> config.webhookUrl().isPresent()
                                && deliveries.anyOf(own(job)).isPresent());
                var late = late(job, dead, context);
                if (late.isPresent()) return late.get();
                switch (looks.next()) {
                    case FalLook.Made made -> {
                        return new Ended(job, made.output());
                    }
                    case FalLook.Failed failed -> throw ended(failed.why(), job, context);
                    case FalLook.Doubtful _ -> LOG.infof("fal job %s: no result yet", job.requestId());
                    case FalLook.Gone gone -> throw ended(gone(job, context), job, context);
                    case FalLook.Waiting waiting -> tell(waiting, context);
                }
                if (System.nanoTime() > end) return new Ended(job, giveUp(job, context));
            }
        }
    }

    private static List<String> own(FalJob job) {
        return Optional.ofNullable(job.submission()).stream().toList();
    }

    private static boolean takenOver(FalJob job, PartContext context) {
        return job.epoch() != context.epoch();
    }

    private static void tell(FalLook.Waiting waiting, PartContext context) {
        if (waiting.running()) context.progress(50, "the picture is being made");
        else context.progress(20, "in the provider's queue");
    }

    /// The picture of an earlier submission, if that was not lost after all; then this job is one too many.
    private Optional<Ended> late(FalJob job, Set<String> dead, PartContext context) throws InterruptedException {
        for (String submission : job.lost()) {
            var id = deliveries.requestId(submission).filter(known -> !dead.contains(known));
            if (id.isEmpty() || id.get().equals(job.requestId())) continue;
            var earlier = job.accepted(api.urls(id.get()));
            try {
                var look = api.look(earlier);
                if (look instanceof FalLook.Made made) {
                    earlier.note(context);
                    cancel(job);
                    return Optional.of(new Ended(earlier, made.output()));
                }
                dead.add(id.get());
            } catch (ProviderException e) {
                LOG.debugf("fal job %s cannot be looked at: %s", id.get(), e.getMessage());
            }
        }
        return Optional.empty();
    }

    private void cancel(FalJob job) throws InterruptedException {
        try {
            api.cancel(job);
        } catch (ProviderException e) {
            LOG.infof("fal job %s could not be cancelled: %s", job.requestId(), e.getMessage());
        }
    }

    /// Nothing is left to resume: the next try starts a new job.
    private static ProviderException ended(ProviderException why, FalJob job, PartContext context) {
        job.forget(context);
        return why;
    }

    /// fal forgets results within the hour, so a job that was taken over may be made anew; one that was started just
    /// now would be paid again and again.
    private static ProviderException gone(FalJob job, PartContext context) {
        var code = takenOver(job, context) ? FailureCode.PROVIDER_UNAVAILABLE : FailureCode.INVALID_REQUEST;
        return new ProviderException(code, "fal does not know the job any more").costly();
    }

    private Output giveUp(FalJob job, PartContext context) throws ProviderException, InterruptedException {
        boolean tooLate = api.cancel(job);
        if (tooLate && api.look(job) instanceof FalLook.Made made) return made.output();
        var why = new ProviderException(FailureCode.PROVIDER_TIMEOUT, "fal did not make the picture in time");
        throw ended(why.costly(), job, context);
    }
}
