package dev.mediagen.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Where one stack keeps everything; nobody else uses it meanwhile.
final class DataDirectory implements AutoCloseable {
    private static final long LEAST_FREE_MB = 256;
    private static final int PROBE_BYTES = 1 << 20;

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /// @throws StackError when it cannot be written, has no room, or belongs to a running stack
    static DataDirectory open(Path path) {
        FileChannel lock = null;
        try {
            boolean ours = !Files.exists(path);
            Files.createDirectories(path.resolve("logs"));
            if (ours) keepPrivate(path);
            lock = FileChannel.open(path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                lock.close();
                throw new StackError("another stack is running on the data directory " + path);
            }
            requireRoom(path);
            return new DataDirectory(path, lock);
        } catch (IOException e) {
            closeQuietly(lock, e);
            throw new StackError("cannot write to the data directory %s: %s".formatted(path, reason(e)));
        }
    }

    /// Logs and commands name the keys of this stack.
    private static void keepPrivate(Path path) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void requireRoom(Path path) throws IOException {
        long freeMb = Files.getFileStore(path).getUsableSpace() >> 20;
        if (freeMb < LEAST_FREE_MB) {
            throw new StackError("the disk of %s is full: %d MB are free, at least %d MB are needed"
                    .formatted(path, freeMb, LEAST_FREE_MB));
        }
        Path probe = path.resolve(".probe");
        Files.write(probe, new byte[PROBE_BYTES]);
        Files.delete(probe);
    }

    private static void closeQuietly(FileChannel lock, IOException cause) {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    static String reason(IOException e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " " + e.getMessage());
    }

    /// What to say when something failed and a full disk explains it; empty otherwise.
    String fullDiskHint() {
        try {
            long freeMb = Files.getFileStore(path).getUsableSpace() >> 20;
            return freeMb < LEAST_FREE_MB ? " (only %d MB are free on the disk of %s)".formatted(freeMb, path) : "";
        } catch (IOException e) {
            return " (and %s cannot be read: %s)".formatted(path, reason(e));
        }
    }

    Path path() {
        return path;
    }

    Path log(String process) {
        return path.resolve("logs").resolve(process + ".log");
    }

    Path story(String generation) {
        return path.resolve("stories").resolve(generation);
    }

    /// A file of it that only its owner may read.
    Path secretFile(String name) throws IOException {
        Path file = path.resolve(name);
        if (!Files.exists(file)) {
            Files.createFile(file);
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
