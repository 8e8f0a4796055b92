package dev.mediagen.gateway.generations;

import dev.mediagen.contracts.TextContent;
import dev.mediagen.worker.staging.StagingArea;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Keeps texts that are too long for a message in the staging area.
@ApplicationScoped
public class LongTexts {
    private final StagingArea staging;

    LongTexts(StagingArea staging) {
        this.staging = staging;
    }

    /// The text as it may travel.
    public TextContent of(String text, Generation generation) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= TextContent.MAX_INLINE_BYTES) return new TextContent(text, null);
        Path file = null;
        try {
            file = Files.createTempFile("mediagen-text-", ".txt");
            Files.write(file, bytes);
            String name = "%s/%s/text.txt".formatted(generation.tenant(), generation.id());
            return new TextContent(null, staging.put(name, file, "text/plain"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
