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
import java.util.Optional;

/// The part's context for one call of several: files of its own. A part has one note, so chunks have none; the part's
/// progress is told by who counts the chunks.
record ChunkContext(PartContext part, Path workDir) implements PartContext {
    static ChunkContext of(PartContext part) throws ProviderException {
        try {
            return new ChunkContext(part, Files.createTempDirectory(part.workDir(), "call-"));
        } catch (IOException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "there is no room for another file", e);
        }
    }

    @Override
    public long epoch() {
        return part.epoch();
    }

    @Override
    public Instant expiresAt() {
        return part.expiresAt();
    }

    @Override
    public Optional<String> note() {
        return Optional.empty();
    }

    @Override
    public void note(String note) {}

    @Override
    public void retrying(String provider, FailureCode why) {
        part.retrying(provider, why);
    }

    @Override
    public void progress(int percent, String message) {}

    @Override
    public StagedAsset stage(Path file, String extension, String mediaType)
            throws ProviderException, InterruptedException {
        return part.stage(file, extension, mediaType);
    }

    @Override
    public Path fetch(StagedAsset object) throws ProviderException, InterruptedException {
        return part.fetch(object);
    }

    @Override
    public String text(TextContent text) throws ProviderException, InterruptedException {
        return part.text(text);
    }
}
