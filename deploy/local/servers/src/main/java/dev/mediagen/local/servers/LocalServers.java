package dev.mediagen.local.servers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How to start Kafka, MongoDB's wire and S3 as processes of their own, each from this module's build directory.
///
/// The libraries of these servers are on no other class path, so this class needs nothing but the JDK.
public final class LocalServers {
    /// System property with the `target` directory of this module.
    public static final String HOME_PROPERTY = "local.servers.home";

    private static final String PACKAGE = LocalServers.class.getPackageName();

    private final Path home;
    private final Path ownJar;
    private final boolean recording;

    private LocalServers(Path home, Path ownJar, boolean recording) {
        this.home = home;
        this.ownJar = ownJar;
        this.recording = recording;
    }

    /// The servers built in `home`.
    public static LocalServers in(Path home) {
        Path absolute = home.toAbsolutePath().normalize();
        return new LocalServers(absolute, ownJar(absolute), false);
    }

    /// The servers in the directory that the system property [#HOME_PROPERTY] names.
    public static LocalServers fromSystemProperty() {
        String home = System.getProperty(HOME_PROPERTY);
        if (home == null) {
            throw new IllegalStateException("set -D" + HOME_PROPERTY + "=<deploy/local/servers/target>");
        }
        return in(Path.of(home));
    }

    /// The same servers, recording their AOT [#caches], which are to be adopted once they have ended.
    public LocalServers recordingCaches() {
        return new LocalServers(home, ownJar, true);
    }

    public Launch kafka(int port, Path data, Path log) {
        return launch("kafka", 256, "KafkaMain", port, log, List.of(Integer.toString(port), absolute(data)));
    }

    public Launch mongo(int port, Path file, Path log) {
        return launch("mongo", 192, "MongoMain", port, log, List.of(absolute(file), Integer.toString(port)));
    }

    public Launch s3(int port, Path directory, String accessKey, String secretKey, Path log) {
        var arguments = List.of(Integer.toString(port), absolute(directory), accessKey, secretKey);
        return launch("s3", 160, "S3Main", port, log, arguments);
    }

    /// @throws IllegalStateException when its distribution is not unpacked
    public Launch keycloak(int port, Path log) throws IOException {
        return Keycloak.launch(home, port, log);
    }

    /// The AOT caches of the three, whether they exist yet or not.
    public List<AotCache> caches() {
        return Stream.of("kafka", "mongo", "s3").map(this::cache).toList();
    }

    private Launch launch(String name, int heapMb, String main, int port, Path log, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + heapMb + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(cacheFlags(name));
        command.add("-cp");
        command.add(ownJar + File.pathSeparator + home.resolve("lib").resolve("*"));
        command.add(PACKAGE + "." + main);
        command.addAll(arguments);
        return new Launch(name, port, Map.of(), command, log.toAbsolutePath());
    }

    private List<String> cacheFlags(String name) {
        try {
            return recording ? cache(name).record() : cache(name).use();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AotCache cache(String name) {
        try {
            return AotCache.of(home.resolve("aot"), name, List.of(ownJar, home.resolve("lib")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path ownJar(Path home) {
        try (var jars = Files.newDirectoryStream(home, "local-servers-*.jar")) {
            for (Path jar : jars) {
                return jar;
            }
            throw new IllegalStateException(home + " holds no local-servers-*.jar: run ./mvnw package first");
        } catch (IOException e) {
            throw new UncheckedIOException(home + " holds no built local-servers: run ./mvnw package first", e);
        }
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().toString();
    }
}
