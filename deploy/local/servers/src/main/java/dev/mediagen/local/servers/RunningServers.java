package dev.mediagen.local.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/// Kafka, MongoDB's wire and S3, running on free ports over a data directory of their own.
public final class RunningServers implements AutoCloseable {
    public static final String ACCESS_KEY = "local";
    public static final String SECRET_KEY = "local-secret";
    public static final String BUCKET = "media";

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final Duration RECORD = Duration.ofSeconds(90);

    private final List<ChildProcess> processes;

    private RunningServers(List<ChildProcess> processes) {
        this.processes = processes;
    }

    /// Starts the three side by side and returns when all of them answer.
    public static RunningServers start(LocalServers servers, Path data) throws IOException, InterruptedException {
        Files.createDirectories(data.resolve("s3").resolve(BUCKET));
        Path logs = data.resolve("logs");
        var running = new RunningServers(List.of(
                ChildProcess.start(servers.kafka(FreePort.any(), data.resolve("kafka"), logs.resolve("kafka.log"))),
                ChildProcess.start(
                        servers.mongo(FreePort.any(), data.resolve("mongo/mongo.mv"), logs.resolve("mongo.log"))),
                ChildProcess.start(servers.s3(
                        FreePort.any(), data.resolve("s3"), ACCESS_KEY, SECRET_KEY, logs.resolve("s3.log")))));
        try {
            running.awaitReady();
            return running;
        } catch (IOException | InterruptedException | RuntimeException e) {
            running.close();
            throw e;
        }
    }

    public String kafka() {
        return "127.0.0.1:" + port(0);
    }

    public String mongo() {
        return "mongodb://127.0.0.1:" + port(1);
    }

    public String s3() {
        return "http://127.0.0.1:" + port(2);
    }

    /// Kafka, MongoDB's wire, S3.
    public List<ChildProcess> processes() {
        return processes;
    }

    @Override
    public void close() {
        end(STOP);
    }

    /// Ends servers that record their AOT caches, which takes them a while.
    void closeAfterRecording() {
        end(RECORD);
    }

    private void end(Duration patience) {
        processes.forEach(ChildProcess::terminate);
        for (ChildProcess process : processes) {
            try {
                process.awaitEnd(patience);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                process.handle().destroyForcibly();
            }
        }
    }

    /// Deletes a data directory of ended servers.
    public static void delete(Path data) throws IOException {
        try (var files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private int port(int index) {
        return processes.get(index).launch().port();
    }

    private void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        for (ChildProcess process : processes) {
            Launch launch = process.launch();
            while (!ServerAnswers.isReady(launch.name(), launch.port())) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IllegalStateException(
                            "%s did not start:%n%s".formatted(launch.name(), String.join("\n", process.lastLines(20))));
                }
                Thread.sleep(50);
            }
        }
    }
}
