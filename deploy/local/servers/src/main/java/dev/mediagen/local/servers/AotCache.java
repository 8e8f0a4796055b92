package dev.mediagen.local.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.CRC32;

/// The ahead-of-time cache of one program (JEP 514): recorded by one training run, used by every later start. Its
/// name carries the identity of the jars and of the JVM, so a new build simply finds none.
public final class AotCache {
    private final Path file;
    private final String program;

    private AotCache(Path file, String program) {
        this.file = file;
        this.program = program;
    }

    /// The cache of `program` in `directory`, whether it exists yet or not.
    ///
    /// @param jars jars, or directories of jars, that make up its class path
    public static AotCache of(Path directory, String program, List<Path> jars) throws IOException {
        var identity = new TreeSet<String>();
        for (Path path : jars) {
            try (var files = Files.walk(path)) {
                for (Path jar : files.filter(Files::isRegularFile).toList()) {
                    identity.add(jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar));
                }
            }
        }
        var checksum = new CRC32();
        checksum.update((System.getProperty("java.vm.version") + identity).getBytes(StandardCharsets.UTF_8));
        return new AotCache(directory.resolve("%s-%08x.aot".formatted(program, checksum.getValue())), program);
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /// Whether a training run for this very build was tried, with or without success.
    public boolean isSettled() {
        return exists() || Files.exists(failed());
    }

    /// Remembers that training this build failed, so that nobody waits for it again.
    public void giveUp() throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(recording());
        Files.writeString(failed(), "training failed; delete this file to try again\n");
    }

    /// Flags of a run that uses the cache; none when there is none.
    public List<String> use() {
        return exists() ? List.of("-XX:AOTCache=" + file, "-Xlog:aot*=error") : List.of();
    }

    /// Flags of a run that records it; the JVM writes it after it was asked to end.
    public List<String> record() throws IOException {
        Files.createDirectories(file.getParent());
        return List.of("-XX:AOTCacheOutput=" + recording());
    }

    /// Takes over what a recording run left, and forgets the caches of older builds.
    ///
    /// @return whether there was something
    public boolean adopt() throws IOException {
        if (!Files.exists(recording())) {
            return false;
        }
        try (var old = Files.newDirectoryStream(file.getParent(), program + "-????????.aot*")) {
            for (Path path : old) {
                Files.delete(path);
            }
        }
        Files.deleteIfExists(Path.of(recording() + ".config"));
        Files.move(recording(), file, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    private Path failed() {
        return Path.of(file + ".failed");
    }

    private Path recording() {
        return file.resolveSibling(program + ".recording");
    }
}
