package dev.mediagen.image.fal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How fal.ai is reached, and how patiently its jobs are waited for.
@ConfigMapping(prefix = "media.fal")
interface FalImageConfig {
    /// `FAL_KEY`.
    Optional<String> apiKey();

    /// Where jobs are queued; `FAL_QUEUE_URL`.
    @WithDefault("https://queue.fal.run")
    URI queueUrl();

    /// Where calls are answered at once; its host may serve pictures, too; `FAL_SYNC_URL`.
    @WithDefault("https://fal.run")
    URI syncUrl();

    /// Public base URL of this service; without it, nobody tells us that a job ended; `FAL_WEBHOOK_URL`.
    Optional<String> webhookUrl();

    /// The only fal user whose webhooks are believed, as `X-Fal-Webhook-User-Id` names it; else whoever fal signs
    /// for.
    Optional<String> userId();

    /// The keys that webhooks are signed with; `FAL_JWKS_URL`.
    @WithDefault("https://rest.fal.ai/.well-known/jwks.json")
    URI jwksUrl();

    /// Hosts that pictures are fetched from besides `*.fal.media`.
    Optional<List<String>> mediaHosts();

    /// Pause before the first look at a job; later ones grow.
    @WithDefault("0.3s")
    Duration firstPoll();

    /// The longest pause between two looks at a job where no webhook tells of it.
    @WithDefault("2s")
    Duration longestPoll();

    /// The same where webhooks come: the look is only for one that was lost.
    @WithDefault("15s")
    Duration longestHookedPoll();

    /// Looks in a row that may fail before the job is left for a later try, which resumes it.
    @WithDefault("10")
    int failedPolls();

    /// Pause before that try; longer than a call waits on the spot.
    @WithDefault("15s")
    Duration resumeAfter();

    /// A job that takes longer is cancelled.
    @WithDefault("10m")
    Duration limit();

    /// How long the webhook of a submission whose answer was lost is awaited before it is submitted again: it comes
    /// when the job has ended, not sooner. Nothing is awaited without a webhook URL, nor beyond the deadline.
    @WithDefault("5m")
    Duration webhookWait();

    /// How long a replica that stops may take to hear of what it is submitting, and who takes over waits for that.
    @WithDefault("3s")
    Duration handOver();

    /// How long fal shall keep a picture; it is copied at once.
    @WithDefault("1h")
    Duration mediaLife();

    /// Larger pictures are refused.
    @WithDefault("52428800")
    long mostBytes();
}
