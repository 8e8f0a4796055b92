package dev.mediagen.worker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicPostTest {
    private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.US_ASCII);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final Vertx vertx = Vertx.vertx();
    private final Listener canary = Listener.saying("HTTP/1.1 200 OK");

    @AfterEach
    void close() {
        canary.close();
        vertx.close();
    }

    @Test
    void connectsToTheVettedAddressUnderTheNameOfTheUrl() throws Exception {
        try (var server = Listener.saying("HTTP/1.1 204 No")) {
            var answer = posting(server, resolving(Routed.PUBLIC)).post(url("hooks.example"), named(), BODY, LONGEST);
            assertThat(answer.status()).isEqualTo(204);
            assertThat(server.heads)
                    .singleElement()
                    .asString()
                    .startsWith("POST /in HTTP/1.1")
                    .containsIgnoringCase("host: hooks.example")
                    .containsIgnoringCase("webhook-id: msg_1\r\n")
                    .containsIgnoringCase("content-type: application/json\r\n")
                    .containsIgnoringCase("content-length: 7\r\n")
                    .doesNotContainIgnoringCase("authorization");
        }
    }

    @Test
    void nameThatTurnsPrivateHitsNothing() throws Exception {
        var answers = new ArrayDeque<>(List.of(Routed.PUBLIC, "127.0.0.1"));
        try (var server = Listener.saying("HTTP/1.1 200 OK")) {
            var post = posting(server, (host, within) -> List.of(InetAddress.ofLiteral(answers.pop())));
            post.post(url("rebind.example"), Map.of(), BODY, LONGEST);
            assertThat(answers).as("resolved once a delivery").hasSize(1);
            assertThatThrownBy(() -> post.post(url("rebind.example"), Map.of(), BODY, LONGEST))
                    .isInstanceOf(RefusedUrlException.class)
                    .hasMessage("address not allowed");
        }
        assertThat(canary.heads).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:%d/", "http://localhost:%d/", "http://hooks.example:%d/"})
    void redirectIsAnAnswerLikeAnyOther(String inside) throws Exception {
        try (var server = Listener.saying("HTTP/1.1 302 Found\r\nLocation: " + inside.formatted(canary.port()))) {
            var answer = posting(server, resolving(Routed.PUBLIC)).post(url("hooks.example"), Map.of(), BODY, LONGEST);
            assertThat(answer.status()).isEqualTo(302);
            assertThat(server.heads).hasSize(1);
        }
        assertThat(canary.heads).isEmpty();
    }

    @Test
    void answerIsCutAfterItsFirstKilobyte() throws Exception {
        try (var server = Listener.saying("HTTP/1.1 200 OK", new byte[3 << 20])) {
            var answer = posting(server, resolving(Routed.PUBLIC)).post(url("hooks.example"), Map.of(), BODY, LONGEST);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).hasSize(1024);
        }
    }

    @Test
    void slowServerMeetsTheLimit() {
        try (var server = new Listener(caller -> {
            for (int i = 0; i < 100; i++) {
                Thread.sleep(20);
                caller.getOutputStream().write('H');
            }
        })) {
            var post = posting(server, resolving(Routed.PUBLIC));
            assertThatThrownBy(() -> post.post(url("hooks.example"), Map.of(), BODY, Duration.ofMillis(300)))
                    .isInstanceOf(RefusedUrlException.class)
                    .hasMessage("took too long");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a.example/", "https://127.0.0.1/", "https://a.example:8443/", "https://localhost/"})
    void whatIsOpenForFetchesIsNotOpenForOthers(String url) {
        var fetches = new OutboundUrlPolicy(OutboundSettings.open(443), resolving("127.0.0.1"));
        assertThat(fetches.apart(false).check(url)).isPresent();
        assertThat(fetches.apart(true).check(url)).isEmpty();
    }

    private static Map<String, String> named() {
        return Map.of("webhook-id", "msg_1");
    }

    private String url(String host) {
        return "http://%s:%d/in".formatted(host, canary.port());
    }

    /// As in production, with http and the canary's port.
    private PublicPost posting(Listener server, NameResolver resolver) {
        var limits = new OutboundSettings(true, false, Set.of(canary.port()), 5000, 3, LONGEST);
        var outbound = new Routed(vertx, new HttpClientOptions(), server.port());
        return new PublicPost(new OutboundUrlPolicy(limits, resolver), outbound);
    }

    private static NameResolver resolving(String... answers) {
        return (host, within) ->
                Arrays.stream(answers).map(InetAddress::ofLiteral).toList();
    }
}
