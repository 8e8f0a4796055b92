package dev.mediagen.local.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;

/// A Kafka broker in this process: `KafkaMain <port> <data directory>`.
///
/// An empty or missing data directory is formatted first, so the same command also works after somebody deleted it.
final class KafkaMain {
    /// Always the same, so that clients recognise their cluster in a directory that was wiped.
    private static final String CLUSTER_ID = "bWVkaWFnZW4tbG9jYWwtMQ";

    private KafkaMain() {}

    public static void main(String[] args) throws IOException {
        ParentWatch.start();
        int port = Integer.parseInt(args[0]);
        Path data = Path.of(args[1]).toAbsolutePath();
        FreePort.require("kafka", port);
        Files.createDirectories(data);
        Path settings = data.resolveSibling(data.getFileName() + ".properties");
        try (var out = Files.newOutputStream(settings)) {
            settings(port, FreePort.any(), data).store(out, "written at every start");
        }
        if (!Files.exists(data.resolve("meta.properties"))) {
            format(settings);
        }
        Kafka.main(new String[] {settings.toString()});
    }

    private static Properties settings(int port, int controllerPort, Path data) throws IOException {
        var settings = new Properties();
        try (var template = KafkaMain.class.getResourceAsStream("/kafka.properties")) {
            settings.load(template);
        }
        settings.setProperty(
                "listeners", "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
        settings.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.setProperty("log.dirs", data.toString());
        return settings;
    }

    private static void format(Path settings) {
        String[] command = {"format", "-t", CLUSTER_ID, "-c", settings.toString(), "--ignore-formatted"};
        if (StorageTool.execute(command, System.err) != 0) {
            throw new IllegalStateException("kafka cannot start: its data directory could not be formatted");
        }
    }
}
