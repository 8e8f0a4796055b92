package dev.mediagen.tts.sandbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A file that somebody reads while it is written.
final class GrowingFile {
    private final Path path;
    private final Consumer<byte[]> reader;
    private long handedOn;

    GrowingFile(Path path, Consumer<byte[]> reader) {
        this.path = path;
        this.reader = reader;
    }

    Path path() {
        return path;
    }

    /// Hands on what was added at its end.
    void handOn() throws IOException {
        try (var file = FileChannel.open(path)) {
            var added = ByteBuffer.allocate(Math.toIntExact(file.size() - handedOn));
            while (added.hasRemaining() && file.read(added, handedOn + added.position()) >= 0) continue;
            handedOn += added.position();
            if (added.position() > 0) reader.accept(added.array());
        }
    }
}
