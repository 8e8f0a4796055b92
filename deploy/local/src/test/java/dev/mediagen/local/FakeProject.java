package dev.mediagen.local;

import dev.mediagen.local.servers.AotCache;
import dev.mediagen.local.servers.LocalServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// A project folder with the real servers and five fake services, and `Up` as a process over it.
final class FakeProject {
    private final Path root;

    FakeProject(Path root) throws IOException {
        this.root = root;
        Path servers =
                Files.createDirectories(root.resolve("deploy/local/servers")).resolve("target");
        Files.createSymbolicLink(servers, Path.of(System.getProperty(LocalServers.HOME_PROPERTY)));
        for (Service service : Service.values()) {
            writeJar(root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar"));
        }
        for (AotCache cache : new Project(root, false).caches()) {
            if (!cache.exists()) {
                cache.giveUp();
            }
        }
    }

    private static void writeJar(Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        String entry = FakeService.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var in = FakeService.class.getResourceAsStream("/" + entry)) {
            out.putNextEntry(new JarEntry(entry));
            in.transferTo(out);
        }
    }

    /// Runs `deploy/local/up` with these arguments.
    Process up(Map<String, String> environment, String... arguments) throws IOException {
        return run("out.txt", environment, List.of(arguments));
    }

    /// A second one on the same data.
    Process upAgain() throws IOException {
        return run("second.txt", Map.of(), List.of("--no-story", "--once", "--port", "0"));
    }

    private Process run(String out, Map<String, String> environment, List<String> arguments) throws IOException {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dmediagen.root=" + root,
                "-cp",
                System.getProperty("java.class.path"),
                Up.class.getName()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(root.resolve(out).toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    String output() throws IOException {
        return Files.readString(root.resolve("out.txt"));
    }

    String outputOfSecond() throws IOException {
        return Files.readString(root.resolve("second.txt"));
    }
}
