package dev.mediagen.alignment;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.contracts.TextContent;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A worker's surroundings in a directory: objects by key, what was staged by extension, progress as reported.
final class RecordingContext implements PartContext {
    final Map<String, byte[]> objects = new HashMap<>();
    final Map<String, String> staged = new HashMap<>();
    final List<Integer> progress = new ArrayList<>();
    final List<FailureCode> retried = new ArrayList<>();
    /// Progress at which it is cancelled.
    int cancelledAt = Integer.MAX_VALUE;
    private final Path workDir;
    private final long epoch;

    RecordingContext(Path workDir) {
        this(workDir, 1);
    }

    RecordingContext(Path workDir, long epoch) {
        this.workDir = workDir;
        this.epoch = epoch;
    }

    StagedAsset object(String key, String mediaType, byte[] content) {
        objects.put(key, content);
        return new StagedAsset(key, mediaType, content.length, "unchecked");
    }

    @Override
    public Path workDir() {
        return workDir;
    }

    @Override
    public long epoch() {
        return epoch;
    }

    @Override
    public Instant expiresAt() {
        return Instant.MAX;
    }

    @Override
    public boolean wanted() {
        return progress.stream().noneMatch(percent -> percent >= cancelledAt);
    }

    @Override
    public Optional<String> note() {
        return Optional.empty();
    }

    @Override
    public void note(String note) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void retrying(String provider, FailureCode why) {
        retried.add(why);
    }

    @Override
    public void progress(int percent, String message) {
        progress.add(percent);
    }

    @Override
    public StagedAsset stage(Path file, String extension, String mediaType) {
        try {
            staged.put(extension, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            return new StagedAsset("staging/" + extension, mediaType, Files.size(file), "unchecked");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path fetch(StagedAsset object) throws ProviderException {
        byte[] content = objects.get(object.key());
        if (content == null) {
            throw new ProviderException(FailureCode.STORAGE_UNAVAILABLE, "missing " + object.key());
        }
        try {
            return Files.write(workDir.resolve(object.key()), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String text(TextContent text) {
        return text.inline();
    }
}
