package dev.mediagen.image.fal;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.contracts.TextContent;
import dev.mediagen.worker.parts.PartContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// One part's tries: the note lives on, everything else belongs to the try.
record FalDesk(Path workDir, long epoch, List<String> notes, List<Integer> told) implements PartContext {

    static FalDesk first(Path root) {
        return new FalDesk(directory(root), 1, new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
    }

    /// The try after a crash, on another replica.
    FalDesk takenOver() {
        return new FalDesk(directory(workDir.getParent()), epoch + 1, notes, new CopyOnWriteArrayList<>());
    }

    private static Path directory(Path root) {
        try {
            return Files.createTempDirectory(root, "try");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Instant expiresAt() {
        return Instant.MAX;
    }

    @Override
    public Optional<String> note() {
        return notes.isEmpty() ? Optional.empty() : Optional.ofNullable(notes.getLast());
    }

    @Override
    public void note(String note) {
        notes.add(note);
    }

    @Override
    public void progress(int percent, String message) {
        told.add(percent);
    }

    @Override
    public void retrying(String provider, FailureCode why) {
        throw new AssertionError("an adapter does not try again");
    }

    @Override
    public StagedAsset stage(Path file, String extension, String mediaType) {
        throw new AssertionError("an adapter stages nothing");
    }

    @Override
    public Path fetch(StagedAsset object) {
        throw new AssertionError("an adapter fetches nothing");
    }

    @Override
    public String text(TextContent text) {
        return text.inline();
    }
}
