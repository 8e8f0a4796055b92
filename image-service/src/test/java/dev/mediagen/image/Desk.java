package dev.mediagen.image;

import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.contracts.TextContent;
import dev.mediagen.worker.parts.PartContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a handler works with, without a broker or a bucket.
public record Desk(Path workDir, Path source, List<Integer> progress, List<Path> staged) implements PartContext {
    public Desk(Path workDir, Path source) {
        this(workDir, source, new ArrayList<>(), new ArrayList<>());
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
