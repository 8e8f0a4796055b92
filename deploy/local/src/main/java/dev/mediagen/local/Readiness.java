package dev.mediagen.local;

import dev.mediagen.local.servers.Launch;
import dev.mediagen.local.servers.ServerAnswers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Whether a process answers: a service by its health check, a server in its own protocol.
final class Readiness {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    boolean isReady(Launch launch) throws InterruptedException {
        return switch (launch.name()) {
            case "kafka", "mongo", "s3" -> ServerAnswers.isReady(launch.name(), launch.port());
            default -> isHealthy(launch.port());
        };
    }

    private boolean isHealthy(int port) throws InterruptedException {
        URI health = URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port));
        try {
            var request = HttpRequest.newBuilder(health).timeout(PATIENCE).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
