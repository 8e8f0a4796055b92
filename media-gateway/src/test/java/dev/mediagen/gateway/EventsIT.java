package dev.mediagen.gateway;

import static dev.mediagen.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mediagen.contracts.Part;
import dev.mediagen.local.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Server-sent events of a generation, over a real connection.
@QuarkusTest
@TestProfile(Savers.class)
@QuarkusTestResource(TestServers.class)
class EventsIT {
    @Inject
    Workers workers;

    @TestHTTPResource("/")
    URI gateway;

    @BeforeEach
    void know() {
        Callers.know(workers);
    }

    /// One open stream, read line by line.
    private record Stream(Queue<String> lines, CompletableFuture<Integer> ended) {
        List<JsonPath> data() {
            return lines.stream()
                    .filter(line -> line.startsWith("data:"))
                    .map(line -> JsonPath.from(line.substring(5)))
                    .toList();
        }

        List<Long> ids() {
            return lines.stream()
                    .filter(line -> line.startsWith("id:"))
                    .map(line -> Long.parseLong(line.substring(3).strip()))
                    .toList();
        }
    }

    @Test
    void tellsEveryChangeUntilTheEnd() {
        String id = image("sam");
        var stream = watch("sam", id, null);
        await().until(() -> stream.data().size() == 1);
        workers.progressed(id, Part.IMAGE, 40);
        await().until(() -> stream.data().size() == 2);
        workers.storedPlainImage(id);
        await().until(() -> stream.ended().isDone());
        assertThat(stream.ended()).isCompletedWithValue(200);
        assertThat(stream.data().stream().map(data -> data.getString("status")))
                .containsExactly("queued", "running", "completed");
        assertThat(stream.data().getLast().getString("result.imageUrl")).contains("X-Amz-Expires=3600");
        assertThat(stream.ids()).isSorted().doesNotHaveDuplicates();
        assertThat(stream.lines())
                .filteredOn(line -> line.startsWith("event:"))
                .allMatch(line -> line.endsWith("generation"));
    }

    @Test
    void resumesAfterTheLastEventAndEndsWithTheEndWhoeverHasHeardIt() {
        String id = image("sue");
        workers.progressed(id, Part.IMAGE, 40);
        await().until(() ->
                as("sue").get("/api/generations/" + id).path("status").equals("running"));
        var first = watch("sue", id, null);
        await().until(() -> first.ids().size() == 1);
        String heard = first.ids().getFirst().toString();
        var second = watch("sue", id, heard);
        workers.storedPlainImage(id);
        await().until(() -> second.ended().isDone());
        assertThat(second.data().stream().map(data -> data.getString("status"))).containsExactly("completed");
        var late = watch("sue", id, second.ids().getLast().toString());
        await().until(() -> late.ended().isDone());
        assertThat(late.data().stream().map(data -> data.getString("status"))).containsExactly("completed");
    }

    @Test
    void isForItsOwnerOnly() {
        String id = image("tim");
        assertThat(watch("ute", id, null).ended().join()).isEqualTo(404);
        assertThat(watch("tim", id, "x").ended().join()).isEqualTo(400);
        as("tim").post("/api/generations/" + id + "/cancel").then().statusCode(202);
        var ended = watch("tim", id, null);
        await().until(() -> ended.ended().isDone());
        assertThat(ended.data()).hasSize(1);
    }

    private Stream watch(String user, String id, String lastEventId) {
        var request = HttpRequest.newBuilder(gateway.resolve("/api/generations/" + id + "/events"))
                .header("X-API-Key", TwoUsers.key(user));
        if (lastEventId != null) request.header("Last-Event-ID", lastEventId);
        var lines = new ConcurrentLinkedQueue<String>();
        var ended = HttpClient.newHttpClient()
                .sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
                .thenApplyAsync(answer -> {
                    answer.body().forEach(lines::add);
                    return answer.statusCode();
                });
        return new Stream(lines, ended);
    }

    private static String image(String user) {
        return as(user).header("Prefer", "respond-async")
                .body("{\"prompt\":\"a boat\"}")
                .post("/api/image/generate")
                .path("id");
    }
}
