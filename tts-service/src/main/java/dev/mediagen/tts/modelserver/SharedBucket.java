package dev.mediagen.tts.modelserver;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Our bucket, as the model servers use it too: they read recordings from it and write what they make into it.
@ApplicationScoped
class SharedBucket {
    /// Ten minutes of their audio have less than 30 MB.
    static final long MOST_BYTES = 100L << 20;

    private static final Logger LOG = Logger.getLogger(SharedBucket.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(300);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private final S3Client s3;
    private final String name;
    private final Optional<URI> endpoint;

    SharedBucket(
            S3Client s3,
            @ConfigProperty(name = "media.bucket") String name,
            @ConfigProperty(name = "quarkus.s3.endpoint-override") Optional<URI> endpoint) {
        this.s3 = s3;
        this.name = name;
        this.endpoint = endpoint;
    }

    /// Whether a URL leads to the store itself.
    boolean serves(URI url) {
        return endpoint.map(URI::getHost)
                .filter(url.getHost()::equalsIgnoreCase)
                .isPresent();
    }

    /// Copies a server's output to a file. It is paid for, so a store that does not answer is asked until the
    /// deadline.
    ///
    /// @return false when it is not here
    /// @throws ProviderException STORAGE_UNAVAILABLE when the deadline has passed
    /// @throws ProviderException QUALITY_REJECTED when it is too long, or one of the objects that storage keeps
    boolean take(String key, Path target, Instant deadline) throws ProviderException, InterruptedException {
        var head = patiently(deadline, () -> head(key));
        if (head.isEmpty()) return false;
        if (head.get().contentLength() > MOST_BYTES) throw rejected("the audio is too long");
        // storage keeps its objects below the same prefixes, marked so: no server may hand out or lose those
        if (String.valueOf(head.get().cacheControl()).contains("immutable"))
            throw rejected("the server named an object that it did not make");
        return patiently(deadline, () -> {
            Files.deleteIfExists(target);
            s3.getObject(b -> b.bucket(name).key(key), ResponseTransformer.toFile(target));
            return true;
        });
    }

    private interface StoreCall<T> {
        T call() throws IOException;
    }

    private static <T> T patiently(Instant deadline, StoreCall<T> call) throws ProviderException, InterruptedException {
        for (var pause = FIRST_PAUSE; ; pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause) {
            try {
                return call.call();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SdkException e) {
                if (Instant.now().plus(pause).isAfter(deadline))
                    throw unavailable(e).costly();
                LOG.warnf("the object store does not answer, again in %s: %s", pause, e.getMessage());
                Thread.sleep(pause);
            }
        }
    }

    /// What is not deleted here, the sweep of storage-service finds.
    void delete(String key) {
        try {
            s3.deleteObject(b -> b.bucket(name).key(key));
        } catch (SdkException e) {
            LOG.warnf("%s is left for the sweep: %s", key, e.getMessage());
        }
    }

    private Optional<HeadObjectResponse> head(String key) {
        try {
            return Optional.of(s3.headObject(b -> b.bucket(name).key(key)));
        } catch (S3Exception e) {
            if (e.statusCode() == 404) return Optional.empty();
            throw e;
        }
    }

    private static ProviderException unavailable(SdkException e) throws InterruptedException {
        if (Thread.interrupted()) throw new InterruptedException();
        return new ProviderException(FailureCode.STORAGE_UNAVAILABLE, "the object store does not answer", e);
    }

    private static ProviderException rejected(String why) {
        return new ProviderException(FailureCode.QUALITY_REJECTED, why).costly();
    }
}
