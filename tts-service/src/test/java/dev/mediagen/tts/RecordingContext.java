package dev.mediagen.tts;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.contracts.TextContent;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/// Keeps what a handler stages and tells; finds in its directory what is fetched.
public record RecordingContext(
        Path workDir,
        Map<String, byte[]> staged,
        List<Integer> progress,
        List<FailureCode> retries,
        AtomicReference<String> notes,
        Instant expiresAt)
        implements PartContext {
    public RecordingContext(Path workDir) {
        this(workDir, Instant.MAX);
    }

    public RecordingContext(Path workDir, Instant expiresAt) {
        this(
                workDir,
                new ConcurrentHashMap<>(),
                new ArrayList<>(),
                new CopyOnWriteArrayList<>(),
                new AtomicReference<>(),
                expiresAt);
    }

    /// Another try of the same part, elsewhere.
    public RecordingContext later(Path workDir) {
        return new RecordingContext(workDir, staged, new ArrayList<>(), retries, notes, expiresAt);
    }

    @Override
    public long epoch() {
        return 1;
    }

    @Override
    public Optional<String> note() {
        return Optional.ofNullable(notes.get());
    }

    @Override
    public void note(String note) {
        notes.set(note);
    }

    @Override
    public void retrying(String provider, FailureCode why) {
        retries.add(why);
    }

    @Override
    public void progress(int percent, String message) {
        progress.add(percent);
    }

    @Override
    public StagedAsset stage(Path file, String extension, String mediaType) throws ProviderException {
        try {
            var bytes = Files.readAllBytes(file);
            String key;
            // tries share what is staged
            synchronized (staged) {
                key = "staging/" + staged.size() + "." + extension;
                staged.put(key, bytes);
            }
            return new StagedAsset(key, mediaType, Files.size(file), "");
        } catch (IOException e) {
            throw new ProviderException(FailureCode.STORAGE_UNAVAILABLE, "not staged", e);
        }
    }

    @Override
    public Path fetch(StagedAsset object) throws ProviderException {
        var file = workDir.resolve(object.key());
        if (Files.exists(file)) return file;
        if (staged.containsKey(object.key())) return fetched(staged.get(object.key()));
        if (object.key().startsWith("staging/"))
            throw new ProviderException(FailureCode.INVALID_REQUEST, "it has been swept");
        throw new ProviderException(FailureCode.STORAGE_UNAVAILABLE, "nothing to fetch");
    }

    private Path fetched(byte[] bytes) throws ProviderException {
        try {
            return Files.write(Files.createTempFile(workDir, "fetched", ""), bytes);
        } catch (IOException e) {
            throw new ProviderException(FailureCode.STORAGE_UNAVAILABLE, "not fetched", e);
        }
    }

    @Override
    public String text(TextContent text) {
        return text.inline();
    }
}
