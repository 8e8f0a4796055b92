package dev.mediagen.tts.modelserver;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.worker.http.Outbound;
import dev.mediagen.worker.http.OutboundAnswer;
import dev.mediagen.worker.http.OutboundCall;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Lets a model server of our own (StyleTTS2, Seed-VC, Make-An-Audio) make something and fetches it. The three speak
/// alike: JSON in, computed while the caller waits, one job at a time, WAV in the bucket that we share.
@ApplicationScoped
public class ModelServer {
    private static final Logger LOG = Logger.getLogger(ModelServer.class);
    private static final Duration HEALTH_LIMIT = Duration.ofSeconds(10);
    private final Outbound outbound;
    private final SharedBucket bucket;

    ModelServer(Outbound outbound, SharedBucket bucket) {
        this.outbound = outbound;
        this.bucket = bucket;
    }

    /// One job. What the server leaves in the bucket is deleted. A store that is away for a while costs time and no
    /// second job.
    ///
    /// @param path of the call, such as `/generate`
    /// @return a WAV file in the context's directory that can be decoded
    public Path make(ModelRoute route, String path, Object payload, PartContext context)
            throws ProviderException, InterruptedException {
        var answer = outbound.call(OutboundCall.post(route.to(path))
                .header("Authorization", route.authorization())
                .json(payload)
                .within(route.limit()));
        if (!answer.ok()) throw refusal(route, answer);
        var made = ModelAnswer.of(route, answer);
        var file = context.workDir().resolve(route.server() + "-" + UUID.randomUUID() + ".wav");
        if (bucket.take(made.key(), file, context.expiresAt())) bucket.delete(made.key());
        else download(route, made, file);
        check(route, file);
        return file;
    }

    /// Deletes what was staged for a server; what cannot be deleted now is swept.
    public void discard(StagedAsset staged) {
        bucket.delete(staged.key());
    }

    /// A server whose model is not loaded answers like one that failed; only its health tells them apart.
    private ProviderException refusal(ModelRoute route, OutboundAnswer answer) throws InterruptedException {
        if (answer.status() == 500 && isUnhealthy(route))
            return new ProviderException(
                    FailureCode.PROVIDER_UNAVAILABLE, route.server() + " has not loaded its model");
        return ModelRefusal.of(route, answer);
    }

    private boolean isUnhealthy(ModelRoute route) throws InterruptedException {
        try {
            var answer = outbound.call(OutboundCall.get(route.to("/health"))
                    .header("Authorization", route.authorization())
                    .within(HEALTH_LIMIT));
            return answer.json().path("status").asText().equals("unhealthy");
        } catch (ProviderException e) {
            LOG.debugf("%s does not tell its health: %s", route.server(), e.getMessage());
            return false;
        }
    }

    /// The signed URL, when the server writes to another bucket of our store or serves its files itself.
    private void download(ModelRoute route, ModelAnswer made, Path file)
            throws ProviderException, InterruptedException {
        var url = made.url();
        boolean allowed =
                url != null && (url.getHost().equalsIgnoreCase(route.base().getHost()) || bucket.serves(url));
        if (!allowed) throw rejected(route, "put its audio where it cannot be fetched", null);
        var answer = outbound.download(OutboundCall.get(url).within(route.limit()), file, SharedBucket.MOST_BYTES);
        if (!answer.ok()) throw rejected(route, "made audio that cannot be fetched", null);
    }

    private static void check(ModelRoute route, Path file) throws ProviderException {
        if (!isWav(file)) throw rejected(route, "did not make a WAV file", null);
        try {
            AudioCodec.duration(file);
        } catch (IOException e) {
            throw rejected(route, "made audio that cannot be decoded", e);
        }
    }

    private static boolean isWav(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            var head = new String(in.readNBytes(12), StandardCharsets.ISO_8859_1);
            return head.startsWith("RIFF") && head.endsWith("WAVE");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProviderException rejected(ModelRoute route, String why, Throwable cause) {
        return new ProviderException(FailureCode.QUALITY_REJECTED, route.server() + " " + why, cause).costly();
    }
}
