package dev.mediagen.worker.inbox;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.GenerationProgressed;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.contracts.TextContent;
import dev.mediagen.worker.events.EventPublisher;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.staging.HashMismatchException;
import dev.mediagen.worker.staging.StagingArea;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;

/// One try of one part: its files, its progress, its claim checks.
final class Attempt implements PartContext, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Attempt.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private final InboxEntry entry;
    private final StagingArea staging;
    private final EventPublisher publisher;
    private final Path workDir;
    private int progress;

    Attempt(InboxEntry entry, StagingArea staging, EventPublisher publisher) throws IOException {
        this.entry = entry;
        this.staging = staging;
        this.publisher = publisher;
        this.workDir = Files.createTempDirectory("mediagen-part-");
    }

    @Override
    public Path workDir() {
        return workDir;
    }

    @Override
    public void progress(int percent, String message) {
        if (percent <= progress) return;
        progress = percent;
        publisher.tell(
                entry.generationId(),
                new GenerationProgressed(
                        entry.generationId(),
                        entry.part(),
                        entry.epoch(),
                        entry.attempt(),
                        percent,
                        false,
                        null,
                        message));
    }

    @Override
    public StagedAsset stage(Path file, String extension, String mediaType)
            throws ProviderException, InterruptedException {
        String name = "%s/%s/%s-%d-%s.%s"
                .formatted(
                        entry.tenant(),
                        entry.generationId(),
                        entry.part().json(),
                        entry.epoch(),
                        UUID.randomUUID(),
                        extension);
        for (var pause = Duration.ofMillis(300); ; pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE)) {
            try {
                return staging.put(name, file, mediaType);
            } catch (SdkException e) {
                LOG.warnf("cannot stage %s, again in %s: %s", entry.id(), pause, e.getMessage());
                if (Instant.now().isAfter(entry.expiresAt()))
                    throw new ProviderException(FailureCode.STORAGE_UNAVAILABLE, "the object store does not answer", e);
                Thread.sleep(pause);
            }
        }
    }

    @Override
    public Path fetch(StagedAsset object) throws ProviderException {
        var target = workDir.resolve(UUID.randomUUID().toString());
        try {
            staging.fetch(object, target);
            return target;
        } catch (HashMismatchException e) {
            throw new ProviderException(FailureCode.INVALID_REQUEST, e.getMessage(), e);
        } catch (SdkException e) {
            throw new ProviderException(FailureCode.STORAGE_UNAVAILABLE, "cannot read " + object.key(), e);
        }
    }

    @Override
    public String text(TextContent text) throws ProviderException {
        if (text.inline() != null) return text.inline();
        try {
            return Files.readString(fetch(text.staged()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(workDir)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
