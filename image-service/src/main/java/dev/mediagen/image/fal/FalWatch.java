package dev.mediagen.image.fal;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.image.fal.FalImagePayload.Output;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/// Waits for jobs: looks at them in growing intervals, sooner when their webhook comes.
@ApplicationScoped
class FalWatch {
    private static final Set<FailureCode> PASSING =
            EnumSet.of(FailureCode.PROVIDER_UNAVAILABLE, FailureCode.PROVIDER_TIMEOUT, FailureCode.RATE_LIMITED);
    private static final double GROWTH = 1.5;
    private final FalImageConfig config;
    private final FalImageApi api;
    private final FalBells bells;

    FalWatch(FalImageConfig config, FalImageApi api, FalBells bells) {
        this.config = config;
        this.api = api;
        this.bells = bells;
    }

    /// @param limit after it, the job is cancelled
    /// @throws ProviderException also when fal cannot be asked for long; then the note stays and the job is resumed
    Output await(FalJob job, Duration limit, PartContext context) throws ProviderException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        var looks = new Looks(job, takenOver(job, context));
        try (var bell = bells.hang(job.submission())) {
            while (true) {
                bell.await(looks.pause());
                switch (looks.next()) {
                    case FalLook.Made made -> {
                        return made.output();
                    }
                    case FalLook.Failed failed -> throw ended(failed.why(), context);
                    case FalLook.Gone gone -> throw ended(gone(job, context), context);
                    case FalLook.Waiting waiting -> tell(waiting, context);
                }
                if (System.nanoTime() > end) return giveUp(job, context);
            }
        }
    }

    private static boolean takenOver(FalJob job, PartContext context) {
        return job.epoch() != context.epoch();
    }

    private static void tell(FalLook.Waiting waiting, PartContext context) {
        if (waiting.running()) context.progress(50, "the picture is being made");
        else context.progress(20, "in the provider's queue");
    }

    /// Nothing is left to resume: the next try starts a new job.
    private static ProviderException ended(ProviderException why, PartContext context) {
        context.note(null);
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
        throw ended(why.costly(), context);
    }

    /// The looks at one job.
    private final class Looks {
        private final FalJob job;
        private long pause;
        private int failed;

        Looks(FalJob job, boolean atOnce) {
            this.job = job;
            this.pause = atOnce ? 0 : config.firstPoll().toMillis();
        }

        /// Milliseconds before the next look.
        long pause() {
            return pause;
        }

        /// A look that fails says nothing about the job.
        FalLook next() throws ProviderException, InterruptedException {
            long longer = (long) (pause * GROWTH);
            pause = Math.clamp(
                    longer, config.firstPoll().toMillis(), config.longestPoll().toMillis());
            try {
                var look = api.look(job);
                failed = 0;
                return look;
            } catch (ProviderException e) {
                if (!PASSING.contains(e.code()) || ++failed > config.failedPolls()) throw e;
                var wish = e.retryAfter().orElse(Duration.ZERO).toMillis();
                pause = Math.max(pause, Math.min(wish, config.limit().toMillis()));
                return new FalLook.Waiting(false);
            }
        }
    }
}
