package dev.mediagen.local.servers;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Real Kafka, MongoDB's wire and S3 for `@QuarkusTest`s and `*IT`s: `@QuarkusTestResource(TestServers.class)`.
///
/// They start once per test JVM and end with it; their data goes to a temporary directory. Tests that must not see
/// each other's records use ids of their own.
public final class TestServers implements QuarkusTestResourceLifecycleManager {
    // Quarkus loads this class by several class loaders of one JVM: what must exist once is kept by the JVM itself
    private static final String STARTED = TestServers.class.getName();

    @Override
    public Map<String, String> start() {
        synchronized (System.getProperties()) {
            if (System.getProperty(STARTED) == null) {
                System.setProperty(STARTED, addresses(startUntilExit()));
            }
            String[] address = System.getProperty(STARTED).split(" ");
            return Map.of(
                    "KAFKA_BOOTSTRAP_SERVERS",
                    address[0],
                    "MONGODB_URI",
                    address[1],
                    "S3_ENDPOINT",
                    address[2],
                    "S3_BUCKET",
                    RunningServers.BUCKET,
                    "S3_REGION",
                    "us-east-1",
                    "AWS_ACCESS_KEY_ID",
                    RunningServers.ACCESS_KEY,
                    "AWS_SECRET_ACCESS_KEY",
                    RunningServers.SECRET_KEY);
        }
    }

    @Override
    public void stop() {
        // the servers serve the next test class, too, and end with this JVM
    }

    private static String addresses(RunningServers servers) {
        return String.join(" ", servers.kafka(), servers.mongo(), servers.s3());
    }

    private static RunningServers startUntilExit() {
        try {
            Path data = Files.createTempDirectory("mediagen-test-servers-");
            RunningServers servers = RunningServers.start(LocalServers.fromSystemProperty(), data);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(servers, data), "test-servers-end"));
            return servers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the test servers started", e);
        }
    }

    private static void end(RunningServers servers, Path data) {
        servers.processes().forEach(process -> process.handle().destroyForcibly());
        servers.close();
        try {
            RunningServers.delete(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
