package dev.mediagen.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.contracts.ContractJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// The gateway's REST interface, as any program outside uses it.
final class GatewayClient {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration WORKERS = Duration.ofSeconds(40);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(125);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI base;
    private final String apiKey;

    GatewayClient(String base, String apiKey) {
        this.base = URI.create(base);
        this.apiKey = apiKey;
    }

    JsonNode startStory(String headline, String text) throws IOException, InterruptedException {
        byte[] body = ContractJson.mapper()
                .writeValueAsBytes(Map.of("headline", headline, "text", text, "artStyle", "VanGogh"));
        HttpRequest request = to("/api/media")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return json(request, http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
    }

    /// @param prefer value of the `Prefer` header
    /// @return the generation
    JsonNode start(String path, Map<String, ?> body, String prefer) throws IOException, InterruptedException {
        HttpRequest request = to(path).timeout(LONGEST_WAIT)
                .header("Content-Type", "application/json")
                .header("Prefer", prefer)
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        ContractJson.mapper().writeValueAsBytes(body)))
                .build();
        return json(request, http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
    }

    /// Returns once the workers have announced to the gateway what they can do; before that it refuses their work.
    void awaitWorkers() throws IOException, InterruptedException {
        long giveUp = System.nanoTime() + WORKERS.toNanos();
        while (get("/api/image/styles").path("styles").isEmpty()
                || get("/api/voices").path("voices").isEmpty()) {
            if (System.nanoTime() > giveUp) {
                throw new StackError("the workers have not announced themselves to the gateway; see their logs");
            }
            Thread.sleep(PAUSE);
        }
    }

    JsonNode generation(String id) throws IOException, InterruptedException {
        return get("/api/generations/" + id);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = to(path).GET().build();
        return json(request, http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
    }

    /// Whether this path answers without an error.
    boolean has(String path) throws IOException, InterruptedException {
        return http.send(to(path).GET().build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode()
                < 400;
    }

    /// A URL of a result as anybody can open it.
    URI absolute(String url) {
        return base.resolve(url);
    }

    /// Fetches one of the URLs of a result; the API key goes to the gateway only.
    ///
    /// @return the media type
    String download(String url, Path file) throws IOException, InterruptedException {
        URI target = absolute(url);
        var request = HttpRequest.newBuilder(target).timeout(PATIENCE);
        if (target.getAuthority().equals(base.getAuthority())) {
            request.header("Authorization", "Bearer " + apiKey);
        }
        var response = http.send(request.build(), HttpResponse.BodyHandlers.ofFile(file));
        if (response.statusCode() != 200) {
            throw new StackError("%s answered %d".formatted(url, response.statusCode()));
        }
        return response.headers().firstValue("Content-Type").orElse("application/octet-stream");
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header("Authorization", "Bearer " + apiKey);
    }

    private static JsonNode json(HttpRequest request, HttpResponse<byte[]> response) throws IOException {
        if (response.statusCode() >= 300) {
            throw new StackError("%s %s answered %d: %s"
                    .formatted(
                            request.method(),
                            request.uri(),
                            response.statusCode(),
                            new String(response.body(), StandardCharsets.UTF_8)));
        }
        return ContractJson.mapper().readTree(response.body());
    }
}
