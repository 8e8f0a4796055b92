package dev.mediagen.local;

import dev.mediagen.local.servers.AotCache;
import dev.mediagen.local.servers.LocalServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the build left in the project's folders.
///
/// @param recording whether processes record their AOT caches instead of using them
record Project(Path root, boolean recording) {
    static final String ROOT_PROPERTY = "mediagen.root";

    static Project fromSystemProperty() {
        String root = System.getProperty(ROOT_PROPERTY);
        if (root == null) {
            throw new UsageError("start this through deploy/local/up");
        }
        return new Project(Path.of(root).toAbsolutePath().normalize(), false);
    }

    Project recordingCaches() {
        return new Project(root, true);
    }

    LocalServers servers() {
        LocalServers servers = LocalServers.in(root.resolve("deploy/local/servers/target"));
        return recording ? servers.recordingCaches() : servers;
    }

    /// @throws StackError when it is not built
    Path jar(Service service) {
        Path jar = root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new StackError(jar + " is missing: build it with ./mvnw package");
        }
        return jar;
    }

    /// Reads texts aloud for alignment-service, if it is built.
    Optional<Path> pronunciationServer() {
        Path jar = root.resolve("pronunciation-server/target/pronunciation-server.jar");
        return Files.exists(jar) ? Optional.of(jar) : Optional.empty();
    }

    List<String> cacheFlags(Service service) throws IOException {
        return recording ? cache(service).record() : cache(service).use();
    }

    /// Whether a training run would still bring something for this build.
    boolean wantsTraining() throws IOException {
        for (AotCache cache : caches()) {
            if (!cache.isSettled()) {
                return true;
            }
        }
        return false;
    }

    /// The caches of everything that runs.
    List<AotCache> caches() throws IOException {
        var caches = new ArrayList<AotCache>(servers().caches());
        for (Service service : Service.values()) {
            caches.add(cache(service));
        }
        return caches;
    }

    private AotCache cache(Service service) throws IOException {
        Path target = root.resolve(service.module()).resolve("target");
        return AotCache.of(
                target.resolve("aot"), service.module(), List.of(jar(service).getParent()));
    }
}
