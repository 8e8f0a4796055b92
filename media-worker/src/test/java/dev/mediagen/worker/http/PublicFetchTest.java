package dev.mediagen.worker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.impl.ContextInternal;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicFetchTest {
    private static final String PNG = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 3";
    private static final byte[] BODY = "png".getBytes(StandardCharsets.US_ASCII);
    private static final String NOT_ALLOWED = "address not allowed";

    @TempDir
    Path directory;

    private final Vertx vertx = Vertx.vertx();
    private final Listener canary = Listener.saying(PNG, BODY);

    @AfterEach
    void close() {
        canary.close();
        vertx.close();
    }

    @Test
    void connectsToTheVettedAddressUnderTheNameOfTheUrl() throws Exception {
        try (var server = Listener.saying(PNG, BODY)) {
            fetch(server, Routed.PUBLIC).fetch(URI.create("http://pictures.example/a?b=c#d"), "image", target());
            assertThat(target()).hasContent("png");
            assertThat(server.heads)
                    .singleElement()
                    .asString()
                    .startsWith("GET /a?b=c HTTP/1.1")
                    .containsIgnoringCase("host: pictures.example\r\n")
                    .doesNotContainIgnoringCase("authorization")
                    .doesNotContainIgnoringCase("cookie");
        }
    }

    @Test
    void nameThatTurnsPrivateAfterTheCheckHitsNothing() {
        var answers = new ArrayDeque<>(List.of(Routed.PUBLIC, "127.0.0.1"));
        String url = "http://rebind.example:" + canary.port() + "/";
        try (var server = Listener.saying(PNG, BODY)) {
            var fetch = fetch(server, limits(), (host, within) -> List.of(InetAddress.ofLiteral(answers.pop())));
            assertThatCode(() -> fetch.fetch(URI.create(url), "image", target()))
                    .as("the first answer is the one that is connected to")
                    .doesNotThrowAnyException();
            assertThat(answers).as("resolved once").hasSize(1);
            assertRefused(fetch, url, NOT_ALLOWED);
        }
        assertThat(canary.heads).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "http://localhost:%d/",
                "http://private.example:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://x@127.0.0.1:%d/",
                "http://2130706433:%d/",
                "//127.1:%d/",
                "file:///etc/passwd?%d"
            })
    void redirectToAPrivateAddressIsNotFollowed(String inside) {
        String location = inside.formatted(canary.port());
        try (var server = Listener.saying("HTTP/1.1 302 Found\r\nLocation: " + location)) {
            var fetch = fetch(
                    server,
                    limits(),
                    (host, within) -> List.of(
                            InetAddress.ofLiteral(host.equals("private.example") ? "127.0.0.1" : Routed.PUBLIC)));
            assertThatThrownBy(() -> fetch.fetch(URI.create("http://a.example/"), "image", target()))
                    .isInstanceOf(RefusedUrlException.class)
                    .message()
                    .doesNotContain("127");
            assertThat(server.heads).hasSize(1);
        }
        assertThat(canary.heads).isEmpty();
    }

    @Test
    void redirectsAreFollowedAFewTimes() throws Exception {
        try (var server = hopping(3)) {
            fetch(server, Routed.PUBLIC).fetch(URI.create("http://a.example/0"), "image", target());
            assertThat(target()).hasContent("png");
            assertThat(server.heads).hasSize(4).last().asString().startsWith("GET /3 ");
        }
    }

    @Test
    void endlessRedirectsAreGivenUp() {
        try (var server = hopping(Integer.MAX_VALUE)) {
            assertRefused(fetch(server, Routed.PUBLIC), "http://a.example/0", "too many redirects");
            assertThat(server.heads).hasSize(4);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "404 No, image/png, not found",
        "410 No, image/png, not found",
        "403 No, image/png, not public",
        "500 No, image/png, no proper answer",
        "206 Part, image/png, no proper answer",
        "304 Same, image/png, no proper answer",
        "302 Found, image/png, no proper answer",
        "200 OK, text/html; charset=utf-8, not an image",
        "200 OK, application/json, not an image",
        "200 OK, imagery/png, not an image"
    })
    void answersThatAreNoPictureAreRefused(String status, String type, String reason) {
        String head = "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: 3".formatted(status, type);
        try (var server = Listener.saying(head, BODY)) {
            assertRefused(fetch(server, Routed.PUBLIC), "http://a.example/", reason);
        }
    }

    @Test
    void typeMayBeLeftUnsaid() throws Exception {
        try (var server = Listener.saying("HTTP/1.1 200 OK\r\nContent-Length: 3", BODY)) {
            fetch(server, Routed.PUBLIC).fetch(URI.create("http://a.example/"), "image", target());
            assertThat(target()).hasContent("png");
        }
    }

    @Test
    void bodyIsCutAtItsCap() {
        try (var server = Listener.saying("HTTP/1.1 200 OK\r\nContent-Type: image/png", new byte[5001])) {
            assertRefused(fetch(server, Routed.PUBLIC), "http://a.example/", "too large");
        }
    }

    @Test
    void slowServerMeetsTheDeadlineOfTheWholeFetch() {
        try (var server = new Listener(caller -> {
            var out = caller.getOutputStream();
            for (char c : "HTTP/1.1 302 Go\r\nContent-Length: 0\r\nLocation: /a\r\n\r\n".toCharArray()) {
                Thread.sleep(20);
                out.write(c);
            }
        })) {
            assertRefused(fetch(server, Routed.PUBLIC), "http://a.example/", "took too long");
        }
    }

    @Test
    void fileThatOpensAfterTheDeadlineIsDeletedToo() throws Exception {
        var free = new CountDownLatch(1);
        var one = Vertx.vertx(new VertxOptions().setInternalBlockingPoolSize(1));
        try (var server = Listener.saying(PNG, BODY)) {
            // whoever opens files is busy until the caller has gone
            var busy = ((ContextInternal) one.getOrCreateContext()).executeBlockingInternal(() -> {
                free.await();
                return null;
            });
            var policy = new OutboundUrlPolicy(limits(), resolving(Routed.PUBLIC));
            var fetch = new PublicFetch(policy, limits(), new Routed(one, new HttpClientOptions(), server.port()));
            assertRefused(fetch, "http://a.example/", "took too long");
            free.countDown();
            await().until(busy::isComplete);
            await().during(Duration.ofMillis(500))
                    .atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(target()).doesNotExist());
        } finally {
            one.close();
        }
    }

    @Test
    void nextAddressIsTriedWhereNobodyListens() throws Exception {
        try (var server = Listener.saying(PNG, BODY)) {
            var fetch = fetch(server, OutboundSettings.open(1), resolving("127.0.0.1", Routed.PUBLIC));
            fetch.fetch(URI.create("http://a.example:1/"), "image", target());
            assertThat(target()).hasContent("png");
        }
    }

    @Test
    void certificateMustBeThatOfTheName() throws Exception {
        var authority = new TestCertificate(directory, "pictures.example");
        try (var server = new Listener(authority.sockets(), caller -> caller.getOutputStream()
                .write((PNG + "\r\n\r\npng").getBytes(StandardCharsets.US_ASCII)))) {
            var outbound = new Routed(vertx, new HttpClientOptions().setTrustOptions(authority.trust()), server.port());
            var policy = new OutboundUrlPolicy(limits(), resolving(Routed.PUBLIC));
            var fetch = new PublicFetch(policy, limits(), outbound);
            assertRefused(fetch, "https://other.example/", "no answer");
            fetch.fetch(URI.create("https://pictures.example/"), "image", target());
            assertThat(target()).hasContent("png");
            assertThat(authority.namesAsked()).containsExactly("other.example", "pictures.example");
        }
    }

    private void assertRefused(PublicFetch fetch, String url, String reason) {
        directory.resolve("target").toFile().delete();
        assertThatThrownBy(() -> fetch.fetch(URI.create(url), "image", target()))
                .isInstanceOf(RefusedUrlException.class)
                .hasMessage(reason);
        assertThat(target()).doesNotExist();
    }

    private static Listener hopping(int hops) {
        var count = new int[1];
        return new Listener(caller -> {
            String answer = count[0]++ < hops
                    ? "HTTP/1.1 307 Go\r\nContent-Length: 0\r\nLocation: /" + count[0] + "\r\n\r\n"
                    : PNG + "\r\n\r\npng";
            caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        });
    }

    private Path target() {
        return directory.resolve("target");
    }

    /// As in production, with http, the canary's port and small limits.
    private OutboundSettings limits() {
        return new OutboundSettings(true, false, Set.of(443, canary.port()), 5000, 3, Duration.ofSeconds(2));
    }

    private PublicFetch fetch(Listener server, String... addresses) {
        return fetch(server, limits(), resolving(addresses));
    }

    private PublicFetch fetch(Listener server, OutboundConfig config, NameResolver resolver) {
        var outbound = new Routed(vertx, new HttpClientOptions(), server.port());
        return new PublicFetch(new OutboundUrlPolicy(config, resolver), config, outbound);
    }

    private static NameResolver resolving(String... answers) {
        return (host, within) ->
                Arrays.stream(answers).map(InetAddress::ofLiteral).toList();
    }
}
