package dev.mediagen.image.fal;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.parts.ProviderException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// One try's looks at one job, and the pauses between them.
final class FalLooks {
    private static final Set<FailureCode> PASSING =
            EnumSet.of(FailureCode.PROVIDER_UNAVAILABLE, FailureCode.PROVIDER_TIMEOUT, FailureCode.RATE_LIMITED);
    private static final double GROWTH = 1.5;
    private final FalImageConfig config;
    private final FalImageApi api;
    private final FalJob job;
    private final long longest;
    private long pause;
    private boolean heard;
    private int failed;
    private int doubted;

    /// @param atOnce whether the first look need not wait
    FalLooks(FalImageConfig config, FalImageApi api, FalJob job, boolean atOnce) {
        this.config = config;
        this.api = api;
        this.job = job;
        var most = config.webhookUrl().isPresent() ? config.longestHookedPoll() : config.longestPoll();
        this.longest = Math.max(most.toMillis(), config.firstPoll().toMillis());
        this.pause = atOnce ? 0 : config.firstPoll().toMillis();
    }

    /// Waits for the next look, or until a webhook says that the job has ended.
    ///
    /// @param delivered whether its webhook has come, on whichever replica
    void rest(FalBells.Bell bell, BooleanSupplier delivered) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause);
        long left = pause;
        do {
            boolean rung = bell.await(Math.min(left, config.longestPoll().toMillis()));
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            boolean elsewhere = !rung && !heard && left > 0 && delivered.getAsBoolean();
            if (rung || elsewhere) {
                heard = true;
                pause = config.firstPoll().toMillis();
                return;
            }
        } while (left > 0);
    }

    /// A look that fails says nothing about the job.
    ///
    /// @throws ProviderException under way after too many of those
    FalLook next() throws ProviderException, InterruptedException {
        pause = Math.clamp((long) (pause * GROWTH), config.firstPoll().toMillis(), longest);
        try {
            var look = api.look(job);
            failed = 0;
            // the model's failure after all, when it is all that can be had
            if (look instanceof FalLook.Doubtful(var why) && ++doubted > config.failedPolls())
                return new FalLook.Failed(why);
            return look;
        } catch (ProviderException e) {
            if (!PASSING.contains(e.code())) throw e;
            if (++failed > config.failedPolls()) throw e.underWay(config.resumeAfter());
            var wish = e.retryAfter().orElse(Duration.ZERO).toMillis();
            pause = Math.max(pause, Math.min(wish, config.limit().toMillis()));
            return new FalLook.Waiting(false);
        }
    }
}
