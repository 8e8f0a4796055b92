package dev.mediagen.worker.inbox;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Where tries keep their files: below one directory per process, which the next process deletes when this one was
/// killed. A process lives as long as it holds the lock beside its directory; process ids would not tell, as
/// containers share them.
@ApplicationScoped
class WorkDirs {
    private static final Logger LOG = Logger.getLogger(WorkDirs.class);
    private static final String LOCK = ".lock";
    private final Path root;
    private Path own;
    private FileChannel life;

    @Inject
    WorkDirs() {
        this(Path.of(System.getProperty("java.io.tmpdir"), "mediagen-" + System.getProperty("user.name")));
    }

    WorkDirs(Path root) {
        this.root = root;
    }

    /// Before the first try begins.
    synchronized void start(@Observes StartupEvent event) throws IOException {
        if (own == null) open();
    }

    /// A directory of its own for one try.
    synchronized Path make() throws IOException {
        if (own == null) open();
        return Files.createTempDirectory(own, "part-");
    }

    @PreDestroy
    synchronized void close() throws IOException {
        if (own == null) return;
        delete(own);
        Files.deleteIfExists(lockOf(own));
        life.close();
        own = null;
    }

    private void open() throws IOException {
        Files.createDirectories(root);
        for (Path lock : locks()) deleteIfDead(lock);
        while (own == null) own = claimed(root.resolve(self() + UUID.randomUUID()));
        Files.createDirectory(own);
        // in a directory that everybody may write to, somebody else could have made the root
        if (!Files.getOwner(root, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own)))
            throw new IOException(root + " belongs to somebody else");
    }

    /// @return null when another process took the new lock for one that was left
    private Path claimed(Path directory) throws IOException {
        var channel = FileChannel.open(lockOf(directory), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.lock();
        if (Files.exists(lockOf(directory))) {
            life = channel;
            return directory;
        }
        channel.close();
        return null;
    }

    private List<Path> locks() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.filter(file -> file.toString().endsWith(LOCK)).toList();
        }
    }

    /// A lock of this very process is let alone: opening and closing it would give it up.
    private static void deleteIfDead(Path lock) {
        if (lock.getFileName().toString().startsWith(self())) return;
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) return;
            var directory = Path.of(lock.toString().substring(0, lock.toString().length() - LOCK.length()));
            delete(directory);
            Files.deleteIfExists(lock);
            LOG.infof("deleted what a killed process left in %s", directory);
        } catch (IOException e) {
            LOG.debugf("%s is left for the next process: %s", lock, e);
        }
    }

    private static String self() {
        var process = ProcessHandle.current();
        return "%d-%d-"
                .formatted(
                        process.pid(),
                        process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    private static Path lockOf(Path directory) {
        return Path.of(directory + LOCK);
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) return;
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
