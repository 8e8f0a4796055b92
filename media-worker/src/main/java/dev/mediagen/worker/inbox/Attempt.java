package dev.mediagen.worker.inbox;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.GenerationProgressed;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.contracts.TextContent;
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
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// One try of one part: its files, its progress, its claim checks.
final class Attempt implements PartContext, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Attempt.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(300);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private final InboxEntry entry;
    private final Inbox inbox;
    private final StagingArea staging;
    private final ProgressSigns signs;
    private final Notes notes;
    private final Path workDir;
    private int progress;
    private int tries;

    /// @param workDir of this try alone
    Attempt(InboxEntry entry, Inbox inbox, StagingArea staging, ProgressSigns signs, Notes notes, Path workDir) {
        this.entry = entry;
        this.inbox = inbox;
        this.staging = staging;
        this.signs = signs;
        this.notes = notes;
        this.tries = entry.attempt();
        this.workDir = workDir;
    }

    @Override
    public Path workDir() {
        return workDir;
    }

    /// Tries so far: those of the part, and those of single calls within this one.
    synchronized int tries() {
        return tries;
    }

    @Override
    public long epoch() {
        return entry.epoch();
    }

    @Override
    public Instant expiresAt() {
        return entry.expiresAt();
    }

    @Override
    public boolean wanted() {
        return inbox.owned(entry);
    }

    @Override
    public Optional<String> note() {
        return notes.find(entry.id());
    }

    @Override
    public void note(String note) {
        notes.write(entry, note);
    }

    @Override
    public synchronized void retrying(String provider, FailureCode why) {
        // being asked to slow down uses up no try
        if (why != FailureCode.RATE_LIMITED) tries++;
        signs.atOnce(sign(true, provider, "trying again after " + why));
    }

    @Override
    public synchronized void progress(int percent, String message) {
        if (percent <= progress) return;
        progress = percent;
        signs.soon(sign(false, null, message));
    }

    private GenerationProgressed sign(boolean retrying, String provider, String message) {
        return new GenerationProgressed(
                entry.generationId(), entry.part(), entry.epoch(), tries, progress, retrying, provider, message);
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
        return patiently("stage " + entry.id(), () -> staging.put(name, file, mediaType));
    }

    @Override
    public Path fetch(StagedAsset object) throws ProviderException, InterruptedException {
        var target = workDir.resolve(UUID.randomUUID().toString());
        return patiently("read " + object.key(), () -> {
            Files.deleteIfExists(target);
            staging.fetch(object, target);
            return target;
        });
    }

    private interface StoreCall<T> {
        T call() throws HashMismatchException, IOException;
    }

    /// A store that is away for a while costs time, not results.
    private <T> T patiently(String what, StoreCall<T> call) throws ProviderException, InterruptedException {
        for (var pause = FIRST_PAUSE; ; pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE)) {
            try {
                return call.call();
            } catch (HashMismatchException | NoSuchKeyException e) {
                throw new ProviderException(FailureCode.INVALID_REQUEST, "cannot " + what, e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SdkException e) {
                LOG.warnf("cannot %s, again in %s: %s", what, pause, e.getMessage());
                if (Instant.now().isAfter(entry.expiresAt()))
                    throw new ProviderException(FailureCode.STORAGE_UNAVAILABLE, "the object store does not answer", e);
                Thread.sleep(pause);
            }
        }
    }

    @Override
    public String text(TextContent text) throws ProviderException, InterruptedException {
        if (text.inline() != null) return text.inline();
        try {
            return Files.readString(fetch(text.staged()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        signs.close();
        WorkDirs.delete(workDir);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
