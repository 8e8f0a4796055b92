package dev.mediagen.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.contracts.ContractJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/// A running stack as one of its users meets it: REST only.
record Api(StackState stack) {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /// Starts a generation and waits until it has ended, however it ends.
    JsonNode finished(String path, Map<String, ?> body) throws Exception {
        return ended(post(path, body));
    }

    JsonNode ended(String id) {
        return await(id, "completed", "failed", "partial", "expired");
    }

    JsonNode await(String id, String... statuses) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> get("/api/generations/" + id), generation -> List.of(statuses)
                        .contains(generation.path("status").asText()));
    }

    /// @return id of the generation
    String post(String path, Map<String, ?> body) throws Exception {
        var request = to(path).header("Content-Type", "application/json")
                .header("Prefer", "respond-async")
                .POST(HttpRequest.BodyPublishers.ofString(ContractJson.mapper().writeValueAsString(body)));
        return json(request, 202).path("id").asText();
    }

    JsonNode get(String path) throws Exception {
        return json(to(path), 200);
    }

    /// Announces a file and puts it where it is told to, with exactly the headers it is given.
    ///
    /// @return uploadId and s3Key
    JsonNode upload(String contentType, byte[] file) throws Exception {
        var announced = Map.of("contentType", contentType, "size", file.length);
        var request = to("/api/uploads")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(ContractJson.mapper().writeValueAsString(announced)));
        var place = json(request, 201);
        var put = HttpRequest.newBuilder(URI.create(place.path("uploadUrl").asText()))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(file));
        place.path("headers")
                .properties()
                .forEach(header -> put.header(header.getKey(), header.getValue().asText()));
        var answer = HTTP.send(put.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return place;
    }

    /// What a URL of a result leads to; ours or the store's.
    byte[] bytes(JsonNode url) throws Exception {
        var target = URI.create(url.asText());
        boolean ours = url.asText().startsWith(stack.gateway());
        var request = ours ? to(target) : HttpRequest.newBuilder(target);
        var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /// The characters of a speech's alignment, joined.
    String aligned(JsonNode speech) throws Exception {
        var characters = new StringBuilder();
        get("/api/generations/" + speech.path("id").asText() + "/alignment")
                .path("characters")
                .forEach(character -> characters.append(character.asText()));
        return characters.toString();
    }

    private static JsonNode json(HttpRequest.Builder request, int status) throws IOException, InterruptedException {
        var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return ContractJson.mapper().readTree(answer.body());
    }

    private HttpRequest.Builder to(String path) {
        return to(URI.create(stack.gateway() + path));
    }

    private HttpRequest.Builder to(URI target) {
        return HttpRequest.newBuilder(target)
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + stack.apiKey());
    }
}
