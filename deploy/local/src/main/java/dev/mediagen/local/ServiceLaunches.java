package dev.mediagen.local;

import dev.mediagen.local.servers.FreePort;
import dev.mediagen.local.servers.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How each service is started: one JVM per replica, configured by its environment alone.
final class ServiceLaunches {
    static final String THROTTLE = "MEDIA_THROTTLE_STARTS_PER_MINUTE";
    /// The documents' three would only annoy a person who tries it.
    static final String STARTS_PER_MINUTE = "60";

    private final Options options;
    private final Project project;
    private final DataDirectory data;
    private final Ports ports;
    private final Map<String, String> shared;
    private final Map<String, Integer> given = new HashMap<>();

    ServiceLaunches(Options options, Project project, DataDirectory data, Ports ports, Map<String, String> shared) {
        this.options = options;
        this.project = project;
        this.data = data;
        this.ports = ports;
        this.shared = shared;
    }

    List<Launch> all(Credentials credentials) throws IOException {
        var launches = new ArrayList<Launch>();
        for (Service service : Service.values()) {
            for (int replica = 1; replica <= service.replicas(options); replica++) {
                launches.add(launch(service, replica, credentials));
            }
        }
        return launches;
    }

    private Launch launch(Service service, int replica, Credentials credentials) throws IOException {
        String name = name(service, replica);
        int port = name.equals("media-gateway") ? gatewayPort() : port(name);
        var environment = new TreeMap<>(shared);
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        if (service == Service.MEDIA_GATEWAY) {
            environment.put("MEDIA_ACCESS_BOOTSTRAP_KEYS", credentials.bootstrapKeys());
            environment.putIfAbsent("MEDIA_SWAGGER_UI", "true");
            environment.putIfAbsent(THROTTLE, STARTS_PER_MINUTE);
            environment.putIfAbsent("MEDIA_TTS_URL", speechUrls());
        }
        if (service == Service.TTS_SERVICE || service == Service.IMAGE_SERVICE) {
            environment.putIfAbsent("MEDIA_CACHE_ENABLED", "true");
            environment.putIfAbsent("MEDIA_SANDBOX_FAULTS", "true");
        }
        if (service == Service.ALIGNMENT_SERVICE) {
            project.pronunciationServer()
                    .ifPresent(jar -> environment.putIfAbsent("MEDIA_ALIGNMENT_ESPEAK_COMMAND", espeak(jar)));
        }
        return new Launch(name, port, environment, command(service), data.log(name));
    }

    private static String name(Service service, int replica) {
        return service.module() + (replica == 1 ? "" : "-" + replica);
    }

    /// Every replica of tts-service: the gateway calls one for speech that is heard while it is made.
    private String speechUrls() throws IOException {
        var urls = new ArrayList<String>();
        for (int replica = 1; replica <= Service.TTS_SERVICE.replicas(options); replica++) {
            urls.add("http://127.0.0.1:" + port(name(Service.TTS_SERVICE, replica)));
        }
        return String.join(",", urls);
    }

    private int port(String name) throws IOException {
        Integer known = given.get(name);
        if (known == null) {
            known = ports.of(name);
            given.put(name, known);
        }
        return known;
    }

    private int gatewayPort() throws IOException {
        if (options.port() == 0) {
            return ports.of("media-gateway");
        }
        if (!FreePort.isFree(options.port())) {
            throw new StackError("port %d of the gateway is taken by another program; choose one with --port"
                    .formatted(options.port()));
        }
        return options.port();
    }

    private static String espeak(Path jar) {
        return String.join(
                ",", java(), "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar.toString());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private List<String> command(Service service) throws IOException {
        var command = new ArrayList<String>();
        command.add(java());
        command.addAll(List.of(
                "-Xmx" + service.heapMb() + "m",
                "-XX:+UseSerialGC",
                // eight of them share a laptop: what is not in use goes back
                "-XX:MinHeapFreeRatio=15",
                "-XX:MaxHeapFreeRatio=40",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(project.cacheFlags(service));
        command.addAll(List.of("-jar", project.jar(service).toString()));
        return command;
    }
}
