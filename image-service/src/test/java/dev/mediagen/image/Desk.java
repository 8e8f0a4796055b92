package dev.mediagen.image;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.contracts.TextContent;
import dev.mediagen.worker.parts.PartContext;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// What a handler works with, without a broker or a bucket.
public record Desk(
        Path workDir,
        Path source,
        List<Integer> progress,
        List<Path> staged,
        List<FailureCode> retries,
        AtomicReference<String> notes)
        implements PartContext {
    public Desk(Path workDir, Path source) {
        this(workDir, source, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new AtomicReference<>());
    }

    @Override
    public long epoch() {
        return 1;
    }

    @Override
    public Instant expiresAt() {
        return Instant.MAX;
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
    public StagedAsset stage(Path file, String extension, String mediaType) {
        staged.add(file);
        return new StagedAsset(
                "staging/g1/image." + extension, mediaType, file.toFile().length(), "00");
    }

    @Override
    public Path fetch(StagedAsset object) {
        return source;
    }

    @Override
    public String text(TextContent text) {
        return text.inline();
    }
}
